package io.crowdbench.provisioner.slave;

import io.crowdbench.messages.provisioning.SlaveStage;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/// All slaves.
interface Slaves extends ListCrudRepository<Slave, String> {

  /// By name, those behind a name; the empty one is before all.
  ///
  /// @param part of the name, whatever the case
  @Query(
      """
      select * from slave
      where name > :after and position(lower(:part) in lower(name)) > 0
      order by name limit :limit
      """)
  List<Slave> findAllByNamePart(String part, String after, int limit);

  @Query("select count(*) from slave where position(lower(:part) in lower(name)) > 0")
  long countByNamePart(String part);

  List<Slave> findAllByStageIn(Collection<SlaveStage> stages);

  List<Slave> findAllByTunnelledIsTrue();

  boolean existsByName(String name);

  boolean existsByHostAndPortAndLoginAndFolder(String host, int port, String login, String folder);
}
