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

    /**
     * Registers the filter before Spring Security, which starts a session to store the page that an unauthenticated
     * client has requested.
     */
    @Bean
    FilterRegistrationBean<NewVisits> newVisits(SignInLimits limits) {
        var registration = new FilterRegistrationBean<>(new NewVisits(limits));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /**
     * Returns a bcrypt encoder that writes the algorithm's name before each hash, so that another algorithm can replace
     * bcrypt later while old passwords stay valid.
     */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
