package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.wire.ApiCall;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.rehearsal.wire.Exchange;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What goes over the wire, numbered, with all that is secret masked. */
final class WireLog {
  private static final int KEPT = 2_000;
  private static final int LISTED = 300;
  private final NavigableMap<Integer, Exchange> kept = new TreeMap<>();
  private final Masking masking;
  private final Streams streams;
  private int count;

  WireLog(Innards innards, Streams streams) {
    this.streams = streams;
    masking = new Masking(innards);
    innards.wire().journal().onKeep(this::keep);
  }

  private void keep(Exchange exchange) {
    ObjectNode line;
    synchronized (this) {
      count++;
      kept.put(count, exchange);
      if (kept.size() > KEPT) {
        kept.pollFirstEntry();
      }
      line = line(count, exchange);
    }
    streams.tell(News.toAll("wire", line));
  }

  /** The newest, the oldest of them first. */
  synchronized ObjectNode lines() {
    ArrayNode lines = Json.array();
    kept.tailMap(count - LISTED, false).forEach((id, exchange) -> lines.add(line(id, exchange)));
    return Json.of("exchanges", lines);
  }

  private static ObjectNode line(int id, Exchange exchange) {
    ObjectNode line = Json.of("id", id);
    if (exchange instanceof ApiCall call) {
      line.put("direction", "call").put("what", call.method()).put("ok", call.ok());
      line.put("outcome", call.ok() ? "ok" : call.error());
    } else if (exchange instanceof Delivery delivery) {
      line.put("direction", "delivery").put("what", delivery.what());
      line.put("kind", delivery.kind()).put("attempt", delivery.attempt());
      line.put("ok", delivery.outcome().equals("ok")).put("outcome", delivery.outcome());
    }
    line.put("status", exchange.status()).put("at", exchange.at().toString());
    return line.put("millis", Math.round(exchange.latency().toNanos() / 100_000.0) / 10.0);
  }

  /** One with its bodies. */
  ObjectNode detail(String id) {
    Exchange exchange;
    synchronized (this) {
      exchange = id.matches("\\d{1,9}") ? kept.get(Integer.valueOf(id)) : null;
    }
    if (exchange == null) {
      throw Rejection.missing("such exchange (any more)");
    }
    ObjectNode detail = line(Integer.parseInt(id), exchange);
    if (exchange instanceof ApiCall call) {
      detail.set("request", call.args());
      detail.set("answer", call.answer());
    } else if (exchange instanceof Delivery delivery) {
      detail.set("request", delivery.payload());
      detail.set("answer", body(delivery.answer()));
    }
    return masking.masked(detail);
  }

  private static JsonNode body(String text) {
    return Json.tryParse(text).orElseGet(() -> Json.of("text", text).path("text"));
  }
}
