package org.meetwright.cli.commands.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.ServiceApi;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Progress;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.HttpUrl;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Imports from a service with an API: its answers, asked for now or downloaded before.
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
abstract class ServiceImportCommand implements Runnable {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Program program;
  private final Service service;

  @Mixin private ImportOptions options;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The address of the service's API, if it is not the usual one.")
  private @Nullable HttpUrl url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file whose first line is the API's token; - for standard input. With neither files nor"
              + " a token you are asked for one.")
  private @Nullable Path tokenFile;

  ServiceImportCommand(Program program, Service service) {
    this.program = program;
    this.service = service;
  }

  @Override
  public void run() {
    List<Document> files = options.documents();
    try (Core core = program.open(program.settings())) {
      Host into = options.into(core);
      Gathering gathering = options.gathering(into);
      service.read(files.isEmpty() ? asked() : files, gathering);
      options.take(program, core, gathering, service.word(), into);
    }
  }

  private List<Document> asked() {
    HttpUrl address = url == null ? usual() : url;
    String token = token();
    try (Progress progress = program.terminal().progress("requests", 0)) {
      return service.ask(new ServiceApi(address, service.login(token), progress));
    }
  }

  private HttpUrl usual() {
    if (service.address().isEmpty()) {
      throw new Failure("Say where the service is with --url, or name files that you downloaded.");
    }
    return HttpUrl.of(service.address());
  }

  private String token() {
    String token =
        tokenFile == null
            ? program.terminal().prompt().map(prompt -> prompt.secret("Token: ")).orElse("")
            : tokenFile.equals(STANDARD_INPUT) ? read() : PasswordFile.read(tokenFile);
    if (token.isBlank()) {
      throw new Failure(
          "Name files that you downloaded, or give the service's token with --token-file FILE, or -"
              + " for standard input.");
    }
    if (!token.strip().matches("[\\x21-\\x7e]+")) {
      throw new Failure("The token must be one word of ASCII letters, digits and signs.");
    }
    return token.strip();
  }

  private String read() {
    try {
      // Not closed: it is the program's.
      String line =
          new BufferedReader(new InputStreamReader(program.terminal().in(), StandardCharsets.UTF_8))
              .readLine();
      return line == null ? "" : line;
    } catch (IOException unreadable) {
      throw new Failure("The token could not be read from standard input.", unreadable);
    }
  }
}
