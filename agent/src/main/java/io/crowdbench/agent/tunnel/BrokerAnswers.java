package io.crowdbench.agent.tunnel;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.MetadataResponse;

/// Changes a broker's answers so that a client finds all brokers through the tunnel.
///
/// An answer is what follows its length on the wire: a header, which begins with the number of its
/// request, and a body.
final class BrokerAnswers {

  /// From the next version on, an answer may name a partition's new leader by its address
  /// (KIP-951). Without it a client asks for the brokers, as it always could.
  private static final short LAST_PRODUCE = 9;

  private static final short LAST_FETCH = 15;

  /// From `host:port` as the broker has it to `host:port` as this process reaches it.
  private final UnaryOperator<String> way;

  BrokerAnswers(UnaryOperator<String> way) {
    this.way = way;
  }

  /// Whether the answers to such requests have to be changed.
  static boolean concerns(short api) {
    return api == ApiKeys.METADATA.id || api == ApiKeys.API_VERSIONS.id;
  }

  ByteBuffer change(ByteBuffer answer, short api, short version) {
    var key = ApiKeys.forId(api);
    var headerVersion = key.responseHeaderVersion(version);
    var in = new ByteBufferAccessor(answer);
    var header = new ResponseHeaderData(in, headerVersion);
    return key == ApiKeys.METADATA
        ? join(header, headerVersion, brokersOf(MetadataResponse.parse(in, version)), version)
        : versions(header, headerVersion, answer, version);
  }

  private ApiMessage brokersOf(MetadataResponse response) {
    for (var broker : response.data().brokers()) {
      var found = way.apply(broker.host() + ":" + broker.port());
      int colon = found.lastIndexOf(':');
      broker.setHost(found.substring(0, colon));
      broker.setPort(Integer.parseInt(found.substring(colon + 1)));
    }
    return response.data();
  }

  /// A broker that does not know the version asked for answers with the first.
  private static ByteBuffer versions(
      ResponseHeaderData header, short headerVersion, ByteBuffer answer, short asked) {
    var response = ApiVersionsResponse.parse(new ByteBufferAccessor(answer.slice()), asked);
    var known = response.data();
    if (known.errorCode() != 0) {
      return join(header, headerVersion, known, (short) 0);
    }
    limit(response, ApiKeys.PRODUCE, LAST_PRODUCE);
    limit(response, ApiKeys.FETCH, LAST_FETCH);
    return join(header, headerVersion, known, asked);
  }

  private static void limit(ApiVersionsResponse response, ApiKeys key, short last) {
    var api = response.data().apiKeys().find(key.id);
    if (api != null && api.maxVersion() > last) {
      api.setMaxVersion(last);
    }
  }

  private static ByteBuffer join(
      ResponseHeaderData header, short headerVersion, ApiMessage body, short version) {
    var first = MessageUtil.toByteBufferAccessor(header, headerVersion).buffer();
    var second = MessageUtil.toByteBufferAccessor(body, version).buffer();
    return ByteBuffer.allocate(first.remaining() + second.remaining())
        .put(first)
        .put(second)
        .flip();
  }
}
