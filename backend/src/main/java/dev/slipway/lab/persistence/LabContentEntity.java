package dev.slipway.lab.persistence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.data.domain.Persistable;

/**
 * A row of {@code lab_content}: the files of a lab version with which an attempt began. Rows are added and never
 * changed.
 */
@Entity
@Table(name = "lab_content")
public class LabContentEntity implements Persistable<String> {
    @Id
    private String digest;

    @Column(name = "lab_id")
    private String labId;

    @Column(name = "kept_at")
    private Instant keptAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "lab_content_file", joinColumns = @JoinColumn(name = "digest"))
    @MapKeyColumn(name = "path")
    @Column(name = "content")
    private Map<String, byte[]> files = new HashMap<>();

    @Transient
    private boolean isNew = true;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected LabContentEntity() {}

    public LabContentEntity(String digest, String labId, Map<String, byte[]> files, Instant now) {
        this.digest = digest;
        this.labId = labId;
        this.keptAt = now;
        this.files.putAll(files);
    }

    @Override
    public String getId() {
        return digest;
    }

    /**
     * Returns whether Spring Data must insert the row. Without this method, Spring Data would query the row first,
     * because the key is not generated.
     */
    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        isNew = false;
    }

    public String labId() {
        return labId;
    }

    public Instant keptAt() {
        return keptAt;
    }

    public Map<String, byte[]> files() {
        return Map.copyOf(files);
    }
}
