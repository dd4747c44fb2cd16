package io.crowdbench.runs.inventory;

import io.crowdbench.messages.provisioning.SlaveState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The slaves that may be used in plans. One statement, or one batch, for as many as there are.
@Repository
public class KnownSlaves {

  private final JdbcTemplate template;

  KnownSlaves(JdbcTemplate template) {
    this.template = template;
  }

  /// People name a slave by its name, tools by its id, which comes first.
  ///
  /// @return those that there are, by what they were asked for
  public Map<String, KnownSlave> find(Collection<String> idsOrNames) {
    var found =
        JdbcClient.create(template)
            .sql("select * from known_slave where id = any (:wanted) or name = any (:wanted)")
            .param("wanted", idsOrNames.toArray(String[]::new))
            .query(KnownSlave.class)
            .list();
    var byWord = new HashMap<String, KnownSlave>();
    found.forEach(slave -> byWord.put(slave.name(), slave));
    found.forEach(slave -> byWord.put(slave.id(), slave));
    return byWord;
  }

  /// Those that are known are as they are now; the others become known.
  void keep(List<SlaveState> slaves) {
    template.batchUpdate(
        """
        insert into known_slave (id, version, name, stage, epoch) values (?, 0, ?, ?, ?)
        on conflict (id) do update set version = known_slave.version + 1,
          name = excluded.name, stage = excluded.stage, epoch = excluded.epoch
        """,
        slaves.stream()
            .map(slave ->
                new Object[] {slave.id(), slave.name(), slave.stage().name(), slave.epoch()})
            .toList());
  }

  void forget(Collection<String> ids) {
    template.update(
        "delete from known_slave where id = any (?)", (Object) ids.toArray(String[]::new));
  }
}
