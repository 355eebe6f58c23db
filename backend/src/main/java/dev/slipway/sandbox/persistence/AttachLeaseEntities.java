package dev.slipway.sandbox.persistence;

import org.springframework.data.jpa.repository.JpaRepository;

/** Stored leases of attach targets, by the names of the targets. */
public interface AttachLeaseEntities extends JpaRepository<AttachLeaseEntity, String> {}
