package io.crowdbench.runs.inventory;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/// The slaves that may be used in plans.
public interface KnownSlaves extends ListCrudRepository<KnownSlave, String> {

  Optional<KnownSlave> findByName(String name);

  /// People name a slave by its name, tools by its id.
  default Optional<KnownSlave> find(String idOrName) {
    return findById(idOrName).or(() -> findByName(idOrName));
  }
}
