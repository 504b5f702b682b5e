package dev.postmortem.web.library;

import dev.postmortem.web.HttpFront;
import dev.postmortem.web.door.Door;
import dev.postmortem.web.door.Entry;
import dev.postmortem.web.door.Headers;
import dev.postmortem.web.door.Keyring;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Memberships;
import dev.postmortem.workflow.publish.ComposeDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request for a page. */
public final class LibraryServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LibraryServlet.class);
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** Slack's requests come to the same listener, and must never wait for readers. */
  private static final int AT_ONCE = 24;

  /** A parameter of ours, as browsers and this house write it. */
  private static final Pattern PLAIN = Pattern.compile("[a-z]+=[A-Za-z0-9%+._~*-]*");

  private final transient Desk desk;
  private final transient Door door;
  private final transient Map<String, String> headers;
  private final transient Assets assets = new Assets();
  private final transient Answers answers;
  private final transient Shelves shelves;
  private final transient Semaphore seats = new Semaphore(AT_ONCE);

  public LibraryServlet(Desk desk, ComposeDocument compose, Keyring keys, Memberships memberships) {
    this.desk = desk;
    this.door = new Door(keys, memberships, desk.clock());
    this.headers = new Headers(keys.isSecure()).all();
    Templates templates = new Templates();
    Map<String, String> common = Map.of("command", desk.command(), "style", assets.version());
    this.answers = new Answers(templates, common);
    this.shelves = new Shelves(new Writing(templates, common), compose, keys);
  }

  /** What those get whose request is no request. */
  public HttpFront.Refusal refusal() {
    return new HttpFront.Refusal(HttpServletResponse.SC_NOT_FOUND, headers, answers.denied());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    headers.forEach(response::setHeader);
    if (!READING.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    if (!seats.tryAcquire()) {
      answers.away(response);
      return;
    }
    try {
      answer(request, response);
    } catch (RuntimeException unexpected) {
      failed(unexpected, response);
    } finally {
      seats.release();
    }
  }

  private void failed(RuntimeException unexpected, HttpServletResponse response)
      throws IOException {
    LOG.error("a page could not be shown", unexpected);
    if (response.isCommitted()) {
      throw unexpected;
    }
    response.reset();
    headers.forEach(response::setHeader);
    answers.broken(response);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getRequestURI();
    Optional<Address> address = isReadable(request) ? Address.of(path) : Optional.empty();
    if (address.isEmpty()) {
      answers.denied(response);
      return;
    }
    switch (address.get().what()) {
      case STYLE -> assets.library(response);
      case ICON -> assets.icon(response);
      case DOCUMENT_STYLE -> assets.document(response);
      case LEAVE -> {
        door.leave(response);
        answers.left(response);
      }
      case FEED -> page(address.get(), door.feed(request, path), request, response);
      default -> page(address.get(), door.enter(request, path, response), request, response);
    }
  }

  /** What follows the question mark may be no text at all. */
  private static boolean isReadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (RuntimeException garbled) {
      LOG.debug("garbled parameters", garbled);
      return false;
    }
  }

  /** What was asked for besides, without the pass. */
  private static String rest(HttpServletRequest request) {
    String asked = request.getQueryString();
    String rest =
        Arrays.stream(asked == null ? new String[0] : asked.split("&", -1))
            .filter(part -> PLAIN.matcher(part).matches() && !part.startsWith(Keyring.KEY + "="))
            .collect(Collectors.joining("&"));
    return rest.isEmpty() ? "" : "?" + rest;
  }

  private void page(
      Address address, Entry entry, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (entry instanceof Entry.Begun) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + rest(request));
    } else if (entry instanceof Entry.Away) {
      answers.away(response);
    } else if (entry instanceof Entry.Welcome welcome) {
      Look look = new Look(desk, welcome);
      switch (shelves.show(address, look, request, response)) {
        case YES -> {}
        case NO -> answers.denied(response);
        case LATER -> answers.away(response);
      }
    } else {
      answers.denied(response);
    }
  }
}
