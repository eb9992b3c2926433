package org.meetwright.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meetwright.server.NodePackage;

/// The `oidc-provider` of npm on this machine, a certified implementation.
public final class NodeProvider implements AutoCloseable {
  public final URI issuer;
  private final Process node;

  private NodeProvider(Process node, URI issuer) {
    this.node = node;
    this.issuer = issuer;
  }

  /// Starts it. Where there is no node, or the package can't be had, the test is skipped.
  public static NodeProvider start() throws Exception {
    Path script = NodePackage.install("oidc-provider@8").home().resolve("provider.mjs");
    try (InputStream source = NodeProvider.class.getResourceAsStream("provider.mjs")) {
      Files.write(script, source.readAllBytes());
    }
    Process node =
        new ProcessBuilder("node", script.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = node.inputReader();
    String first = String.valueOf(out.readLine());
    assertThat(first).startsWith("port ");
    Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
    return new NodeProvider(node, URI.create("http://127.0.0.1:" + first.substring(5)));
  }

  @Override
  public void close() {
    node.toHandle().destroyForcibly();
  }
}
