package dev.slipway.account.signin;

import dev.slipway.account.limit.SignInLimits;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    /** Before Spring Security, which starts a session to remember where a stranger wanted to go. */
    @Bean
    FilterRegistrationBean<NewVisits> newVisits(SignInLimits limits) {
        var registration = new FilterRegistrationBean<>(new NewVisits(limits));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** bcrypt, with its name before each hash, so that a later method can take over without breaking old passwords. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
