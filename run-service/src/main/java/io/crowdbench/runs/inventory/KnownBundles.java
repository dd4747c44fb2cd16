package io.crowdbench.runs.inventory;

import org.springframework.data.repository.ListCrudRepository;

/// The bundles that may be used in plans.
public interface KnownBundles extends ListCrudRepository<KnownBundle, String> {}
