package org.ontodraft.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local forge would notice a request that GitHub's description does not allow. */
class ForgeServerTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V01 another path        | GET  | /users                      | -             |                                   | no such call
          V02 another method      | PUT  | /repos/a/o/pulls            | -             | {"title":"t"}                     | no such call
          V03 no version          | GET  | /repos/a/o                  | X-GitHub-Api-Version |                            | x-github-api-version is missing
          V04 no media type       | GET  | /repos/a/o                  | Accept        |                                   | header accept
          V05 no token            | GET  | /repos/a/o                  | Authorization |                                   | authorization is missing
          V06 unknown parameter   | GET  | /repos/a/o/pulls?branch=x   | -             |                                   | parameter branch is not described
          V07 wrong state         | GET  | /repos/a/o/pulls?state=new  | -             |                                   | parameter state
          V08 head without owner  | GET  | /repos/a/o/pulls?head=x     | -             |                                   | parameter head
          V09 too many a page     | GET  | /repos/a/o/pulls?per_page=101 | -           |                                   | parameter per_page
          V10 no base             | POST | /repos/a/o/pulls            | -             | {"title":"t","head":"h"}          | base
          V11 wrong type          | POST | /repos/a/o/pulls            | -             | {"title":1,"head":"h","base":"b"} | title
          V12 unknown member      | POST | /repos/a/o/pulls            | -             | {"title":"t","head":"h","base":"b","to":1} | to
          V13 not sent as JSON    | POST | /repos/a/o/pulls            | Content-Type  | {"title":"t","head":"h","base":"b"} | body is sent as
          """)
  void notices(String id, String method, String path, String without, String body, String violation)
      throws Exception {
    try (GitHistory history = GitHistory.bare(folder.resolve("a/o.git"));
        ForgeServer server = ForgeServer.serving(folder);
        HttpClient client = HttpClient.newHttpClient()) {
      history.file("a", "b").commit("one");
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.api() + path));
      header(request, without, "Accept", "application/vnd.github+json");
      header(request, without, "X-GitHub-Api-Version", "2022-11-28");
      header(request, without, "Authorization", "Bearer x");
      header(request, without, "User-Agent", "test");
      header(request, without, "Content-Type", "application/json");
      request.method(
          method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));

      assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(400);
      assertThat(server.violations()).singleElement().asString().contains(violation);
    }
  }

  private static void header(
      HttpRequest.Builder request, String without, String name, String value) {
    if (!name.equals(without)) {
      request.header(name, value);
    }
  }
}
