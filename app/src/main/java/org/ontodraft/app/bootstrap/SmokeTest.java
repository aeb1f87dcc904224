package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.persistence.store.PostgresServer;

/** Uses each part of an installation once: what a runtime image may lack shows here. */
final class SmokeTest {
  private final DesktopApplication application;
  private final DataDirectory data;
  private final StartOptions options;
  private final PrintWriter out;

  SmokeTest(
      DesktopApplication application, DataDirectory data, StartOptions options, PrintWriter out) {
    this.application = application;
    this.data = data;
    this.options = options;
    this.out = out;
  }

  void run() throws InterruptedException, IOException {
    application.open(new OpenRequest.Sample());
    Waiting.until("the sample to open", () -> application.workspace().isPresent());
    Workspace workspace = application.workspace().orElseThrow();
    int categories = workspace.effective().get().entities(EntityType.CATEGORY).size();
    out.println("sample opened, " + categories + " categories");
    out.println(new EveryScreen(application, workspace).show() + " pages shown");
    Path picture = data.root().resolve("smoke-test.png");
    application.savePicture(picture, 1000, 700);
    out.println("picture of " + Files.size(picture) + " bytes");
    out.println("tokens are kept in: " + application.services().secrets().kept());
    application.services().secrets().find(Origin.of("https", "smoke-test.invalid", 443));
    out.println("TLS protocols " + protocols());
    @Nullable String address = options.smokeRepository;
    out.println(address == null ? "no repository to fetch was given" : fetched(address));
    @Nullable String server = options.smokePostgres;
    out.println(server == null ? "no PostgreSQL server was given" : connected(server));
    out.println("smoke test passed");
  }

  private static Set<String> protocols() {
    try {
      return Set.of(SSLContext.getDefault().getSupportedSSLParameters().getProtocols());
    } catch (NoSuchAlgorithmException missing) {
      throw new TourFailedException("TLS is missing: " + missing.getMessage());
    }
  }

  private String fetched(String address) {
    return switch (application
        .services()
        .opener()
        .open(new OpenRequest.Address(address), Progress.none())) {
      case Outcome.Refused<Workspace> refused ->
          throw new TourFailedException(address + ": " + refused.refusal());
      case Outcome.Done<Workspace> opened -> {
        try (Workspace workspace = opened.value()) {
          yield "fetched "
              + workspace.canonical().get().version().shortCommit()
              + " from "
              + address;
        }
      }
    };
  }

  private static String connected(String address) {
    String[] parts = address.split(":", 2);
    PostgresServer server =
        new PostgresServer(
            parts[0], Integer.parseInt(parts[1]), "postgres", PostgresServer.TlsMode.DISABLE, null);
    try (Connection connection = server.dataSource("postgres", "postgres").getConnection()) {
      return "connected to PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException failed) {
      throw new TourFailedException("PostgreSQL at " + address + ": " + failed.getMessage());
    }
  }
}
