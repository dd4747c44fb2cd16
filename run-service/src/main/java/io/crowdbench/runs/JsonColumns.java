package io.crowdbench.runs;

import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.runs.lifecycle.LoadState;
import io.crowdbench.runs.lifecycle.RunContent;
import io.crowdbench.runs.plan.PlanContent;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import tools.jackson.databind.json.JsonMapper;

/// Keeps documents, which nothing asks for a part of by SQL, as JSON in one column.
@Configuration(proxyBeanMethods = false)
class JsonColumns extends AbstractJdbcConfiguration {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  protected List<?> userConverters() {
    return List.of(
        new ReadPlan(),
        new WritePlan(),
        new ReadRun(),
        new WriteRun(),
        new ReadCounters(),
        new WriteCounters(),
        new ReadLoadState(),
        new WriteLoadState());
  }

  private abstract static class Reading<T> implements Converter<String, T> {

    private final Class<T> type;

    Reading(Class<T> type) {
      this.type = type;
    }

    @Override
    public T convert(String text) {
      return JSON.readValue(text, type);
    }
  }

  private abstract static class Writing<T> implements Converter<T, String> {

    @Override
    public String convert(T document) {
      return JSON.writeValueAsString(document);
    }
  }

  // Spring finds out what each converts from the types in its `extends`, so each is a class.

  @ReadingConverter
  private static final class ReadPlan extends Reading<PlanContent> {
    ReadPlan() {
      super(PlanContent.class);
    }
  }

  @WritingConverter
  private static final class WritePlan extends Writing<PlanContent> {}

  @ReadingConverter
  private static final class ReadRun extends Reading<RunContent> {
    ReadRun() {
      super(RunContent.class);
    }
  }

  @WritingConverter
  private static final class WriteRun extends Writing<RunContent> {}

  @ReadingConverter
  private static final class ReadCounters extends Reading<FinalCounters> {
    ReadCounters() {
      super(FinalCounters.class);
    }
  }

  @WritingConverter
  private static final class WriteCounters extends Writing<FinalCounters> {}

  @ReadingConverter
  private static final class ReadLoadState extends Reading<LoadState> {
    ReadLoadState() {
      super(LoadState.class);
    }
  }

  @WritingConverter
  private static final class WriteLoadState extends Writing<LoadState> {}
}
