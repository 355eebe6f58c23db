package dev.slipway.ui.account;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import dev.slipway.account.SignIns;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Access rules of the screens. The API has its own filter chain, which comes before this one. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    @Bean
    SecurityFilterChain screens(HttpSecurity http, RememberedSignIn remembered, SignIns signIns) {
        http.authorizeHttpRequests(requests -> requests
                // The failed request has been authorised already. A redirect to the sign-in page would hide the error.
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                // The handler of the terminal's WebSocket itself checks the ticket that a client must send.
                .requestMatchers("/slipway/**", "/actuator/health/**", "/ws/terminal")
                .permitAll());
        // Every response already has its headers (dev.slipway.web). This chain's headers would override the time for
        // which browsers may cache a file.
        http.headers(headers ->
                headers.cacheControl(cache -> cache.disable()).httpStrictTransportSecurity(hsts -> hsts.disable()));
        http.rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.key()));
        http.with(
                vaadin(),
                screens -> screens.loginView(SignInView.class)
                        .addLogoutHandler(remembered)
                        // An unknown address shows the "not found" screen, not an empty page.
                        .anyRequest(request -> request.authenticated()));
        http.addFilterBefore(new SignInToken(), UsernamePasswordAuthenticationFilter.class);
        http.addFilterAfter(new SignInUse(signIns), AuthorizationFilter.class);
        return http.build();
    }
}
