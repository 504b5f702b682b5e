package dev.postmortem.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/** Writes each line of the log, in words for people or as JSON for programs. */
public final class LineEncoder extends EncoderBase<ILoggingEvent> {
  /** The form of {@code PM_LOG} that is for programs. */
  public static final String JSON = "json";

  private static final String WORDS =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{24} - %replace(%X{incident}){'(.+)', '[$1] '}%msg%n";

  private Encoder<ILoggingEvent> form = words();

  /** Sets the form; anything but {@link #JSON} is words. */
  public void setForm(String name) {
    form = name.equals(JSON) ? json() : words();
  }

  private static Encoder<ILoggingEvent> words() {
    PatternLayoutEncoder words = new PatternLayoutEncoder();
    words.setPattern(WORDS);
    words.setCharset(StandardCharsets.UTF_8);
    return words;
  }

  /** Without the arguments, which stand in the message already. */
  private static Encoder<ILoggingEvent> json() {
    JsonEncoder json = new JsonEncoder();
    json.setWithSequenceNumber(false);
    json.setWithNanoseconds(false);
    json.setWithContext(false);
    json.setWithMessage(false);
    json.setWithArguments(false);
    json.setWithFormattedMessage(true);
    return json;
  }

  @Override
  public void start() {
    form.setContext(getContext());
    form.start();
    super.start();
  }

  @Override
  public void stop() {
    form.stop();
    super.stop();
  }

  @Override
  public byte[] headerBytes() {
    return form.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return form.encode(new DiscreetLine(event));
  }

  @Override
  public byte[] footerBytes() {
    return form.footerBytes();
  }
}
