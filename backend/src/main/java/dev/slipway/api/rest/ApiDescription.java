package dev.slipway.api.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** General part of the OpenAPI description; the rest is generated from the controllers. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/slipway/api/openapi.properties")
class ApiDescription {
    private static final String SCHEME = "token";

    @Bean
    OpenAPI openApi() {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info()
                        .title("Slipway")
                        .version("v1")
                        .description(
                                "Labs, attempts, terminals, accounts and status. Errors are problem details (RFC 9457) with"
                                        + " a code for programs and a detail for people.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes(SCHEME, bearer))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
