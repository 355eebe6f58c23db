package dev.slipway.lab.persistence;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored files of labs by their digests. */
public interface LabContentEntities extends JpaRepository<LabContentEntity, String> {}
