package dev.slipway.sandbox.persistence;

import org.springframework.data.jpa.repository.JpaRepository;

/** Stored leases of attach targets, by the targets' names. */
public interface AttachLeaseEntities extends JpaRepository<AttachLeaseEntity, String> {}
