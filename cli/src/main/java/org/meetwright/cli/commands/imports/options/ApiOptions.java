package org.meetwright.cli.commands.imports.options;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.ServiceApi;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Progress;
import org.meetwright.core.value.HttpUrl;
import picocli.CommandLine.Option;

/// Where a service's API is, and the token for it.
public final class ApiOptions {
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

  /// Creates the options.
  public ApiOptions() {}

  /// Asks a service.
  ///
  /// @throws Failure if it does not answer, or there is no token
  public List<Document> ask(
      Program program, Service service, Function<ServiceApi, List<Document>> question) {
    HttpUrl address = url == null ? usual(service) : url;
    String token = token(program);
    try (Progress progress = program.terminal().progress("requests", 0)) {
      return question.apply(new ServiceApi(address, service.login(token), progress));
    }
  }

  private static HttpUrl usual(Service service) {
    if (service.address().isEmpty()) {
      throw new Failure("Say where the service is with --url, or name files that you downloaded.");
    }
    return HttpUrl.of(service.address());
  }

  private String token(Program program) {
    String token =
        tokenFile == null
            ? program.terminal().prompt().map(prompt -> prompt.secret("Token: ")).orElse("")
            : PasswordFile.read(tokenFile, program.terminal());
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
}
