package io.crowdbench.runs;

import io.crowdbench.messages.sample.FinalCounters;
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
        new WriteCounters());
  }

  @ReadingConverter
  private static final class ReadPlan implements Converter<String, PlanContent> {
    @Override
    public PlanContent convert(String text) {
      return JSON.readValue(text, PlanContent.class);
    }
  }

  @WritingConverter
  private static final class WritePlan implements Converter<PlanContent, String> {
    @Override
    public String convert(PlanContent plan) {
      return JSON.writeValueAsString(plan);
    }
  }

  @ReadingConverter
  private static final class ReadRun implements Converter<String, RunContent> {
    @Override
    public RunContent convert(String text) {
      return JSON.readValue(text, RunContent.class);
    }
  }

  @WritingConverter
  private static final class WriteRun implements Converter<RunContent, String> {
    @Override
    public String convert(RunContent run) {
      return JSON.writeValueAsString(run);
    }
  }

  @ReadingConverter
  private static final class ReadCounters implements Converter<String, FinalCounters> {
    @Override
    public FinalCounters convert(String text) {
      return JSON.readValue(text, FinalCounters.class);
    }
  }

  @WritingConverter
  private static final class WriteCounters implements Converter<FinalCounters, String> {
    @Override
    public String convert(FinalCounters counters) {
      return JSON.writeValueAsString(counters);
    }
  }
}
