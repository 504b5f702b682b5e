package dev.postmortem.rehearsal;

import dev.postmortem.rehearsal.state.StoredFile;
import dev.postmortem.rehearsal.wire.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

/** The files of the workspace. */
public final class SlackFiles {
  private final Backstage stage;

  SlackFiles(Backstage stage) {
    this.stage = stage;
  }

  /** Every file, oldest first. */
  public List<SlackFile> all() {
    return stage.team.read(() -> stage.team.files().all().stream().map(this::face).toList());
  }

  private SlackFile face(StoredFile file) {
    String url = stage.team.baseUrl() + file.path(stage.team.app().teamId());
    return new SlackFile(file.id(), file.name(), file.mimetype(), url, file.bytes());
  }

  /** The newest file of this name. */
  public Optional<SlackFile> named(String name) {
    return all().stream().filter(file -> file.name().equals(name)).reduce((older, newer) -> newer);
  }

  /** The workspace keeps the file no longer; its address answers 404. */
  public void forget(SlackFile file) {
    stage.run(() -> stage.team.files().forget(file.id()));
  }

  /** The address of the file leads to another one from now on. */
  public void move(SlackFile file, String location) {
    stage.run(() -> stage.team.files().move(file.id(), location));
  }

  /**
   * Fetches a file's address as an app does; a bad token gets 200 and the HTML of the login page.
   */
  public HttpAnswer download(String url, String bearerToken) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + bearerToken)
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      String type = response.headers().firstValue("content-type").orElse("");
      return new HttpAnswer(response.statusCode(), type, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while downloading", e);
    }
  }
}
