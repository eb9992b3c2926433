package org.meetwright.cli.commands.context;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Terminal;
import org.meetwright.server.api.model.access.ApiNewSession;
import org.meetwright.server.api.model.access.ApiToken;
import org.meetwright.server.api.model.access.SignInRequest;
import org.meetwright.server.api.model.access.TokenRequest;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.call.ApiException;

/// Signs in with a password, and a code if one is asked for, and makes an API token.
///
/// @param given the lines of the password file: the password, and a code; empty to ask
record PasswordSignIn(Terminal terminal, URI server, List<String> given) {
  private static final int CODES = 3;

  /// Reads the first two lines of a file.
  ///
  /// @param file `-` for standard input
  /// @throws Failure if it cannot be read
  static List<String> lines(Path file, Terminal terminal) {
    return PasswordFile.lines(file, terminal, 2).stream().map(String::strip).toList();
  }

  /// Makes an API token.
  ///
  /// @param email null to ask
  ApiToken token(@Nullable String email, TokenRequest wanted) {
    String who = email == null ? ask("E-mail address: ", "--email EMAIL") : email;
    String password =
        given.isEmpty()
            ? secret("Password: ", "--password-file FILE, or - for standard input")
            : given.getFirst();
    try (ApiClient stranger = new ApiClient(server, null)) {
      ApiNewSession session = session(stranger, who, password);
      try (ApiClient client = new ApiClient(server, session.token())) {
        ApiToken made = client.access().addToken(wanted);
        client.access().signOut();
        return made;
      }
    }
  }

  private ApiNewSession session(ApiClient stranger, String email, String password) {
    String code = null;
    for (int tries = 0; ; tries++) {
      try {
        return stranger.access().signIn(new SignInRequest(email, password, code));
      } catch (ApiException refused) {
        boolean codeAsked = refused.code().equals("second_factor_required");
        if (!codeAsked || tries >= CODES || (tries > 0 && !given.isEmpty())) {
          throw new Failure(
              refused.status() == 401 ? ExitCode.NOT_SIGNED_IN : ExitCode.FAILED,
              refused.detail(),
              refused);
        }
        if (tries > 0) {
          terminal.say("The code is wrong or was used already; take the next one.");
        }
        code = code();
      }
    }
  }

  private String code() {
    if (given.size() > 1) {
      return given.get(1);
    }
    return ask(
        "Code of the authenticator app, or a recovery code: ",
        "the code as the second line of the password file");
  }

  private String ask(String question, String orElse) {
    return terminal
        .prompt()
        .map(prompt -> prompt.ask(question))
        .filter(answer -> !answer.isEmpty())
        .orElseThrow(() -> missing(orElse));
  }

  private String secret(String question, String orElse) {
    return terminal
        .prompt()
        .map(prompt -> prompt.secret(question))
        .filter(answer -> !answer.isEmpty())
        .orElseThrow(() -> missing(orElse));
  }

  private static Failure missing(String orElse) {
    return new Failure(
        ExitCode.USAGE, "Nobody can be asked here, so it has to be given: " + orElse + ".");
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "SignIn[" + server + "]";
  }
}
