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

  @Query("select count(*) from slave where name = :name and id <> :id")
  long countOthersNamed(String name, String id);

  /// In the same folder of the same machine.
  ///
  /// @param jumpHost empty for none
  /// @param jumpPort 0 for none
  @Query(
      """
      select count(*) from slave
      where host = :host and port = :port and login = :login and folder = :folder
        and coalesce(jump_host, '') = :jumpHost and coalesce(jump_port, 0) = :jumpPort and id <> :id
      """)
  long countOthersAt(
      String host, int port, String login, String folder, String jumpHost, int jumpPort, String id);
}
