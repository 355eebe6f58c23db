package dev.slipway.lab.persistence;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored files of lab versions, by the digest of the version. */
public interface LabContentEntities extends JpaRepository<LabContentEntity, String> {}
