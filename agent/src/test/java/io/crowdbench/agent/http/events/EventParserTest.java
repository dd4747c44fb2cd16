package io.crowdbench.agent.http.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `/` stands for a line feed, `~` for a carriage return.
class EventParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // From the HTML standard, 9.2.6.
        "data: YHOO/data: +2/data: 10// | [ message YHOO/+2/10]",
        ": test stream//data: first event/id: 1//data:second event/id//data:  third event// | [1 message first event,  message second event,  message  third event]",
        "data//data/data//data: | [ message ,  message /]",
        "data:test//data: test// | [ message test,  message test]",
        "event: add/data: 7// | [ add 7]",
        "event: add//data: 7// | [ message 7]",
        "data: a~data: b~~data: c~/~/ | [ message a/b,  message c]",
        "\ufeffdata: a// | [ message a]",
        "id: 3/data: a//data: b// | [3 message a, 3 message b]",
        "retry: 10/colour: red/data: a// | [ message a]",
        "data: not complete/ | []",
      })
  void understandsEvents(String stream, String events) throws IOException {
    assertThat(parsed(stream).toString()).isEqualTo(events);
  }

  private static List<String> parsed(String stream) throws IOException {
    var parser = new EventParser(new StringReader(stream.replace('/', '\n').replace('~', '\r')));
    var all = new ArrayList<String>();
    for (var event = parser.next(); event != null; event = parser.next()) {
      all.add(event.id() + " " + event.type() + " " + event.data().replace('\n', '/'));
    }
    return all;
  }
}
