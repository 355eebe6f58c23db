package dev.slipway.lab.persistence;

import org.springframework.data.jpa.repository.JpaRepository;

/** Stored files of lab versions, by the digest of the files. */
public interface LabContentEntities extends JpaRepository<LabContentEntity, String> {}
