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

/** Who may see which screen. The API has a chain of its own, before this one. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    @Bean
    SecurityFilterChain screens(HttpSecurity http, RememberedSignIn remembered, SignIns signIns) {
        http.authorizeHttpRequests(requests -> requests
                // The request that failed has been authorised, and an error that leads to the sign-in page says
                // nothing.
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                // The terminal's socket is opened with a ticket, which it checks itself.
                .requestMatchers("/slipway/**", "/actuator/health/**", "/ws/terminal")
                .permitAll());
        // Every answer has its headers already (dev.slipway.web); those of this chain would replace what a file says of
        // its
        // age.
        http.headers(headers ->
                headers.cacheControl(cache -> cache.disable()).httpStrictTransportSecurity(hsts -> hsts.disable()));
        http.rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.key()));
        http.with(
                vaadin(),
                screens -> screens.loginView(SignInView.class)
                        .addLogoutHandler(remembered)
                        // Addresses that lead nowhere are answered by a screen, not by an empty page.
                        .anyRequest(request -> request.authenticated()));
        http.addFilterBefore(new SignInToken(), UsernamePasswordAuthenticationFilter.class);
        http.addFilterAfter(new SignInUse(signIns), AuthorizationFilter.class);
        return http.build();
    }
}
