package org.ontodraft.app.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * Connects with the system's {@code ssh}, which brings agents, hardware keys and the person's whole
 * configuration along. It asks nobody anything, and a host whose key is not known is refused.
 */
final class SshProgram extends SshSessionFactory {
  private final List<String> options;
  private final List<HeardProcess> processes = new ArrayList<>();

  /**
   * The program.
   *
   * @param options more options, before all others
   */
  SshProgram(List<String> options) {
    this.options = List.copyOf(options);
  }

  @Override
  public RemoteSession getSession(
      URIish uri, @Nullable CredentialsProvider unasked, FS fs, int timeout)
      throws TransportException {
    return new RemoteSession() {
      @Override
      public Process exec(String command, int seconds) throws IOException {
        return start(uri, command);
      }

      @Override
      public void disconnect() {
        end();
      }
    };
  }

  private synchronized Process start(URIish uri, String command) throws IOException {
    List<String> line = new ArrayList<>(List.of("ssh"));
    line.addAll(options);
    for (String option :
        List.of(
            "BatchMode=yes",
            "StrictHostKeyChecking=yes",
            "PermitLocalCommand=no",
            "ClearAllForwardings=yes")) {
      line.addAll(List.of("-o", option));
    }
    line.addAll(List.of("-T", "-a", "-x"));
    if (uri.getPort() > 0) {
      line.addAll(List.of("-p", String.valueOf(uri.getPort())));
    }
    if (uri.getUser() != null && !uri.getUser().isEmpty()) {
      line.addAll(List.of("-l", uri.getUser()));
    }
    // What follows is no option, whatever a host is called.
    line.addAll(List.of("--", uri.getHost(), command));
    ProcessBuilder builder = new ProcessBuilder(line);
    Map<String, String> environment = builder.environment();
    environment.put("SSH_ASKPASS_REQUIRE", "never");
    environment.put("LC_ALL", "C");
    HeardProcess process = new HeardProcess(builder.start());
    processes.add(process);
    return process;
  }

  private synchronized void end() {
    processes.forEach(HeardProcess::destroy);
  }

  /** What the program and the server said beside the answer. */
  synchronized String said() {
    StringBuilder said = new StringBuilder();
    processes.forEach(process -> said.append(process.said()));
    return said.toString().strip();
  }

  @Override
  public String getType() {
    return "ssh program";
  }
}
