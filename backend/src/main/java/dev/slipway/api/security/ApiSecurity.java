package dev.slipway.api.security;

import dev.slipway.account.ApiTokens;
import dev.slipway.api.ApiError;
import dev.slipway.api.problem.Correlation;
import dev.slipway.api.problem.Problems;
import dev.slipway.shared.UserFacingException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Security filter chain of {@code /api/**}: each request needs a bearer token. There is no session and no cookie, so
 * CSRF tokens are not needed. The services check the permissions of the account.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, Problems problems) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, _) ->
                                problems.write(new UserFacingException(ApiError.TOKEN_MISSING), request, response))
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(new UserFacingException(ApiError.NOT_PERMITTED), request, response)))
                .addFilterBefore(new Correlation(), SecurityContextHolderFilter.class)
                .addFilterBefore(new BearerTokens(tokens, problems), AuthorizationFilter.class)
                .build();
    }
}
