package dev.slipway.ui.account;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may see which screen. The API has a chain of its own, before this one. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    @Bean
    SecurityFilterChain screens(HttpSecurity http, RememberedSignIn remembered) {
        http.authorizeHttpRequests(requests -> requests
                // The terminal's socket is opened with a ticket, which it checks itself.
                .requestMatchers("/slipway/**", "/actuator/health/**", "/ws/terminal")
                .permitAll());
        // Nobody shows the platform in a frame, least of all an app in a preview; frameOptions says the same to old
        // browsers.
        http.headers(
                headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("frame-ancestors 'none'"))
                        .frameOptions(frames -> frames.deny()));
        http.rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.key()));
        http.with(
                vaadin(),
                screens -> screens.loginView(SignInView.class)
                        .addLogoutHandler(remembered)
                        // Addresses that lead nowhere are answered by a screen, not by an empty page.
                        .anyRequest(request -> request.authenticated()));
        return http.build();
    }
}
