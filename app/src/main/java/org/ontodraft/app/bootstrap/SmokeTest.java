package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.model.entity.EntityType;

/** Uses each part of an installation once: what a runtime image may lack shows here. */
final class SmokeTest {
  private final DesktopApplication application;
  private final DataDirectory data;
  private final PrintWriter out;

  SmokeTest(DesktopApplication application, DataDirectory data, PrintWriter out) {
    this.application = application;
    this.data = data;
    this.out = out;
  }

  void run() throws InterruptedException, IOException {
    application.open(new OpenRequest.Sample());
    Waiting.until("the sample to open", () -> application.workspace().isPresent());
    int categories =
        application
            .workspace()
            .orElseThrow()
            .effective()
            .get()
            .entities(EntityType.CATEGORY)
            .size();
    out.println("sample opened, " + categories + " categories");
    Path picture = data.root().resolve("smoke-test.png");
    application.savePicture(picture, 1000, 700);
    out.println("picture of " + Files.size(picture) + " bytes");
    out.println("tokens are kept in: " + application.services().secrets().kept());
    application.services().secrets().find(Origin.of("https", "smoke-test.invalid", 443));
    out.println("TLS protocols " + protocols());
    out.println("PostgreSQL driver " + postgresDriver());
    out.println("smoke test passed");
  }

  private static Set<String> protocols() {
    try {
      return Set.of(SSLContext.getDefault().getSupportedSSLParameters().getProtocols());
    } catch (NoSuchAlgorithmException missing) {
      throw new TourFailedException("TLS is missing: " + missing.getMessage());
    }
  }

  private static String postgresDriver() {
    return org.postgresql.util.DriverInfo.DRIVER_VERSION;
  }
}
