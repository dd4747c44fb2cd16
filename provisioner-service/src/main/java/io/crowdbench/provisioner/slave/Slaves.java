package io.crowdbench.provisioner.slave;

import io.crowdbench.messages.provisioning.SlaveStage;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/// All slaves.
interface Slaves extends ListCrudRepository<Slave, String> {

  List<Slave> findAllByOrderByName();

  List<Slave> findAllByStageIn(Collection<SlaveStage> stages);

  boolean existsByName(String name);

  boolean existsByHostAndPortAndLoginAndFolder(String host, int port, String login, String folder);
}
