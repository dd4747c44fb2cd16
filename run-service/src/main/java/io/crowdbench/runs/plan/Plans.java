package io.crowdbench.runs.plan;

import org.springframework.data.repository.ListCrudRepository;

/// All plans.
public interface Plans extends ListCrudRepository<Plan, String> {}
