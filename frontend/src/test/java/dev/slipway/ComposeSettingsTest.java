package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the platform's settings in docker-compose.yml in the way in which the platform reads its environment. */
class ComposeSettingsTest {
    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");
    private static final Path SETTINGS = Path.of("src", "main", "resources", "application.yml");

    /** Matches {@code ${NAME:-default}} and {@code ${NAME:+value}}, the innermost first. */
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\w+(?::([-+])([^${}]*))?}");

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan("dev.slipway")
    static class AllProperties {}

    @Test
    void everySettingIsUnderstood() throws IOException {
        var settings = platformSettings();
        var placeholders = Files.readString(SETTINGS);

        read(
                settings,
                context -> assertThat(settings.keySet())
                        .isNotEmpty()
                        .allMatch(name -> placeholders.contains("${" + name + ":")
                                || variables(context).anyMatch(name::equals)));
    }

    @Test
    void thePasswordFileThatIsPassedOnlyIfOneIsGivenIsUnderstood() throws IOException {
        var settings = platformSettings();
        settings.put("SLIPWAY_ACCOUNT_ADMINISTRATORPASSWORDFILE", "/run/secrets/administrator-password");

        read(settings, context -> {});
    }

    @Test
    void settingsForAReverseProxyArePassed() throws IOException {
        assertThat(platformSettings())
                .containsEntry("SLIPWAY_FORWARD_HEADERS", "none")
                .containsEntry("SLIPWAY_TRUSTED_PROXIES", "loopback,gateway")
                .containsKeys("SLIPWAY_URL", "SLIPWAY_PREVIEW_HOST");
    }

    @Test
    void everyContainersLogIsRotated() throws IOException {
        for (var service : compose().at("/services").properties()) {
            var options = service.getValue().at("/logging/options");
            assertThat(options.path("max-size").asString(""))
                    .as(service.getKey())
                    .isNotEmpty();
            assertThat(options.path("max-file").asString(""))
                    .as(service.getKey())
                    .isNotEmpty();
        }
    }

    private interface Check {
        void look(ApplicationContext context);
    }

    private static void read(Map<String, String> settings, Check check) {
        // The name of the source makes Spring Boot map variable names as it does for the real environment.
        var source = new SystemEnvironmentPropertySource("compose-systemEnvironment", new HashMap<>(settings));
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(source))
                .withUserConfiguration(AllProperties.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    check.look(context);
                });
    }

    /** Returns the environment variables that set a component of one of the platform's property records. */
    private static Stream<String> variables(ApplicationContext context) {
        return context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .map(Object::getClass)
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> prefix(type) + "_" + name.toUpperCase(Locale.ROOT)));
    }

    private static String prefix(Class<?> type) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return prefix.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static JsonNode compose() throws IOException {
        var compose = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(COMPOSE));
        return JsonMapper.shared().valueToTree(compose);
    }

    private static Map<String, String> platformSettings() throws IOException {
        return compose().at("/services/platform/environment").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        setting -> withDefaults(setting.getValue().asString()),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    /** Returns the value for an environment in which none of the variables are set. */
    private static String withDefaults(String value) {
        var result = value;
        for (var found = SUBSTITUTION.matcher(result); found.find(); found = SUBSTITUTION.matcher(result)) {
            var otherwise = "-".equals(found.group(1)) ? found.group(2) : "";
            result = found.replaceFirst(Matcher.quoteReplacement(otherwise));
        }
        return result;
    }
}
