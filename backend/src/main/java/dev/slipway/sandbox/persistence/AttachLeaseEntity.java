package dev.slipway.sandbox.persistence;

import dev.slipway.shared.SandboxId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Sandbox that an attach target was last assigned to. The target is free again after that sandbox has ended. */
@Entity
@Table(name = "attach_lease")
public class AttachLeaseEntity {
    @Id
    private String target;

    @Column(name = "sandbox_id")
    private String sandboxId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected AttachLeaseEntity() {}

    public AttachLeaseEntity(String target, SandboxId sandbox) {
        this.target = target;
        this.sandboxId = sandbox.value();
    }

    public String sandboxId() {
        return sandboxId;
    }

    public void giveTo(SandboxId sandbox) {
        sandboxId = sandbox.value();
    }
}
