package dev.slipway.lab.persistence;

import org.springframework.data.jpa.repository.JpaRepository;

/** Kept contents by their digests. */
public interface LabContentRows extends JpaRepository<LabContentRow, String> {}
