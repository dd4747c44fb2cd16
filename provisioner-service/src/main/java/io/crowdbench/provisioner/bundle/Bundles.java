package io.crowdbench.provisioner.bundle;

import io.crowdbench.kit.outbox.TransactionalOutbox;
import io.crowdbench.messages.Message;
import io.crowdbench.messages.provisioning.BundleUploaded;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All bundles and their jars.
@Component
class Bundles {

  private final JdbcAggregateTemplate aggregates;
  private final JdbcClient jdbc;
  private final TransactionalOutbox outbox;

  Bundles(JdbcAggregateTemplate aggregates, JdbcClient jdbc, TransactionalOutbox outbox) {
    this.aggregates = aggregates;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /// Keeps a bundle and publishes it; whether it is a new one. Of the same content only the name
  /// may change: the latest holds.
  @Transactional
  public boolean keep(Bundle bundle, byte[] jar) {
    outbox.publish(
        new BundleUploaded(
            Message.SCHEMA,
            Instant.now(),
            bundle.hash(),
            bundle.name(),
            bundle.actions(),
            bundle.userIds()));
    if (aggregates.existsById(bundle.hash(), Bundle.class)) {
      jdbc.sql("update bundle set name = ? where hash = ?")
          .params(bundle.name(), bundle.hash())
          .update();
      return false;
    }
    aggregates.insert(bundle);
    jdbc.sql("insert into bundle_content (hash, content) values (?, ?)")
        .params(bundle.hash(), jar)
        .update();
    return true;
  }

  Optional<Bundle> find(String hash) {
    return Optional.ofNullable(aggregates.findById(hash, Bundle.class));
  }

  List<Bundle> all() {
    return aggregates.findAll(Bundle.class, Sort.by(Sort.Direction.DESC, "uploadedAt"));
  }

  /// The jar itself, read piece by piece: a bundle may have hundreds of megabytes, and go to many
  /// slaves at once.
  InputStream jar(String hash) {
    return new SequenceInputStream(new Pieces(hash));
  }

  private final class Pieces implements Enumeration<InputStream> {

    private static final int SIZE = 1024 * 1024;

    private final String hash;
    private int number;
    private byte[] next;

    Pieces(String hash) {
      this.hash = hash;
      next = read();
    }

    private byte[] read() {
      return jdbc.sql("select substring(content from ? for ?) from bundle_content where hash = ?")
          .params(number++ * SIZE + 1, SIZE, hash)
          .query(byte[].class)
          .optional()
          .orElse(new byte[0]);
    }

    @Override
    public boolean hasMoreElements() {
      return next.length > 0;
    }

    @Override
    public InputStream nextElement() {
      var piece = next;
      next = read();
      return new ByteArrayInputStream(piece);
    }
  }
}
