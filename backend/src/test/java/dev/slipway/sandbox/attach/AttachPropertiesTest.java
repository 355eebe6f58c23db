package dev.slipway.sandbox.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.sandbox.attach.AttachTarget.Words;
import dev.slipway.shared.AttachReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AttachPropertiesTest {

    @Test
    void readsATargetWithItsDefaults() {
        var properties = bound(Map.of(
                "slipway.attach.targets.lab-vm.shell", "ssh,-tt,vm",
                "slipway.attach.targets.lab-vm.command", "ssh,-T,vm"));

        var target = properties.target("lab-vm").orElseThrow();
        assertThat(target.shell()).containsExactly("ssh", "-tt", "vm");
        assertThat(target.probe()).containsExactly("true");
        assertThat(target.words()).isEqualTo(Words.JOINED);
        assertThat(target.lostStatus()).isEqualTo(255);
        assertThat(target.engine()).isEmpty();
        assertThat(target.shared()).isFalse();
    }

    @Test
    void readsWhatDiffersFromSsh() {
        var properties = bound(Map.of(
                "slipway.attach.targets.pod.shell", "kubectl,exec,-it,pod,--,sh",
                "slipway.attach.targets.pod.command", "kubectl,exec,-i,pod,--",
                "slipway.attach.targets.pod.words", "separate",
                "slipway.attach.targets.pod.lost-status", "1",
                "slipway.attach.targets.pod.environment.KUBECONFIG", "/etc/kube",
                "slipway.attach.targets.pod.shared", "true"));

        var target = properties.target("pod").orElseThrow();
        assertThat(target.words()).isEqualTo(Words.SEPARATE);
        assertThat(target.lostStatus()).isEqualTo(1);
        assertThat(target.environment()).containsExactly(Map.entry("KUBECONFIG", "/etc/kube"));
        assertThat(target.shared()).isTrue();
    }

    @Test
    void hasNoTargetUnlessOneIsSet() {
        var properties = bound(Map.of());

        assertThat(properties.targets()).isEmpty();
        assertThat(properties.find(new AttachReference.ByShell(List.of("sh")))).isEmpty();
    }

    @Test
    void findsATargetByItsNameOrByExactlyItsShell() {
        var properties = new AttachProperties(Map.of("lab-vm", target(List.of())));

        assertThat(properties.find(new AttachReference.Named("lab-vm"))).contains("lab-vm");
        assertThat(properties.find(new AttachReference.ByShell(List.of("ssh", "vm"))))
                .contains("lab-vm");
        assertThat(properties.has(new AttachReference.Named("other"))).isFalse();
        assertThat(properties.has(new AttachReference.ByShell(List.of("ssh")))).isFalse();
        assertThat(properties.has(new AttachReference.ByShell(List.of("ssh", "vm", "id"))))
                .isFalse();
    }

    @Test
    void refusesOneShellUnderTwoNames() {
        var target = target(List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttachProperties(Map.of("one", target, "two", target)))
                .withMessageContaining("the same shell");
    }

    @Test
    void refusesNamesThatALabCannotWrite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttachProperties(Map.of("My VM", target(List.of()))))
                .withMessageContaining("My VM");
    }

    @Test
    void refusesAPortCommandThatForgetsThePort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> target(List.of("ssh", "-W", "127.0.0.1:80", "vm")))
                .withMessageContaining("{port}");
    }

    private static AttachProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.attach", AttachProperties.class);
    }

    private static AttachTarget target(List<String> port) {
        return new AttachTarget(
                List.of("ssh", "vm"),
                List.of("ssh", "vm"),
                List.of(),
                port,
                List.of(),
                List.of("true"),
                Words.JOINED,
                255,
                Map.of(),
                false);
    }
}
