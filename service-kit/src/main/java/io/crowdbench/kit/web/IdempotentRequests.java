package io.crowdbench.kit.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Requests that named an `Idempotency-Key`, with their answers, for a day.
class IdempotentRequests {

  private final JdbcTemplate database;

  IdempotentRequests(JdbcTemplate database) {
    this.database = database;
  }

  /// What is known of a key.
  ///
  /// @param request method and path
  /// @param status of the answer; null while the request is under way
  record Known(
      String request,
      String bodyHash,
      @Nullable Integer status,
      @Nullable String contentType,
      byte @Nullable [] answer) {

    boolean is(String otherRequest, String otherHash) {
      return request.equals(otherRequest) && bodyHash.equals(otherHash);
    }
  }

  /// @return what the key stands for already; empty if it is now this request's
  Optional<Known> begin(String key, String request, String bodyHash) {
    database.update(
        """
        delete from idempotent_request
        where began_at < now() - interval '1 day'
           -- The service died while it was under way.
           or status is null and began_at < now() - interval '2 minutes'
        """);
    return database
        .query(
            """
            with taken as (
              insert into idempotent_request (key, request, body_hash) values (?, ?, ?)
              on conflict do nothing returning key)
            select request, body_hash, status, content_type, answer from idempotent_request
            where key = ? and not exists (select from taken)
            """,
            (row, _) ->
                new Known(
                    row.getString(1),
                    row.getString(2),
                    (Integer) row.getObject(3),
                    row.getString(4),
                    row.getBytes(5)),
            key,
            request,
            bodyHash,
            key)
        .stream()
        .findFirst();
  }

  void answered(String key, int status, @Nullable String contentType, byte[] answer) {
    database.update(
        "update idempotent_request set status = ?, content_type = ?, answer = ? where key = ?",
        status,
        contentType == null ? "" : contentType,
        answer,
        key);
  }

  /// The request may be tried again: nothing came of it.
  void forget(String key) {
    database.update("delete from idempotent_request where key = ? and status is null", key);
  }
}
