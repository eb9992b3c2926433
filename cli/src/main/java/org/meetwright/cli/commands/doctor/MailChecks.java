package org.meetwright.cli.commands.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.mail.TestMail;
import org.meetwright.server.mail.TestMail.Result;
import org.meetwright.server.mail.sending.SmtpStep;
import org.meetwright.server.settings.MailSettings;

/// Mail: the way to the mail server, step by step and without a mail, and what the DNS says of the
/// sender's domain.
final class MailChecks {
  private final MailSettings settings;
  private final Dns dns;
  private final @Nullable String selector;

  /// Creates the checks.
  ///
  /// @param selector under which the domain's DKIM key is; null if that is not known
  MailChecks(MailSettings settings, Dns dns, @Nullable String selector) {
    this.settings = settings;
    this.dns = dns;
    this.selector = selector;
  }

  List<Finding> way() throws IOException {
    if (settings.host().isEmpty()) {
      return List.of(
          Finding.warning(
              "mail",
              "No mail is sent; it is written into files in the data directory. Set"
                  + " mail.smtp.host."));
    }
    List<SmtpStep> steps = new ArrayList<>(List.of(SmtpStep.NAME, SmtpStep.CONNECT));
    if (settings.tls() != MailSettings.Tls.NONE) {
      steps.add(SmtpStep.TLS);
    }
    if (!settings.user().isEmpty()) {
      steps.add(SmtpStep.LOGIN);
    }
    String where = settings.host() + ":" + settings.port();
    return switch (TestMail.connect(settings)) {
      case Result.Sent _ ->
          steps.stream().map(step -> Finding.ok("mail " + step.word(), where)).toList();
      case Result.Failed(var failed, var words) -> upTo(steps, failed, words, where);
    };
  }

  private static List<Finding> upTo(
      List<SmtpStep> steps, SmtpStep failed, String words, String where) {
    List<Finding> found = new ArrayList<>();
    for (SmtpStep step : steps) {
      if (step.compareTo(failed) < 0) {
        found.add(Finding.ok("mail " + step.word(), where));
      }
    }
    found.add(
        Finding.failure("mail " + failed.word(), where + ": " + words + ". " + failed.advice()));
    return found;
  }

  List<Finding> domain() {
    String domain = settings.from().asciiDomain();
    if (settings.host().isEmpty()) {
      return List.of();
    }
    if (!domain.contains(".")) {
      return List.of(
          Finding.warning(
              "sender",
              settings.from()
                  + " is at no domain of the internet, so that mail from it is refused or taken"
                  + " for spam; set mail.from to an address of a domain that you own."));
    }
    return List.of(spf(domain), dkim(domain), dmarc(domain));
  }

  private Finding spf(String domain) {
    try {
      List<String> records = starting("v=spf1", domain);
      if (records.isEmpty()) {
        return Finding.warning(
            "SPF",
            domain + " does not say who may send its mail; add a TXT record like: v=spf1 mx -all");
      }
      if (records.size() > 1) {
        return Finding.failure(
            "SPF",
            domain + " has " + records.size() + " SPF records, which counts as none; keep one.");
      }
      return records.getFirst().matches(".*[ +]all( .*)?")
          ? Finding.failure(
              "SPF", domain + " lets everyone send its mail; end the record with -all or ~all.")
          : Finding.ok("SPF", records.getFirst());
    } catch (NamingException failed) {
      return unknown("SPF", domain, failed);
    }
  }

  private Finding dkim(String domain) {
    String name = (selector == null ? "" : selector + ".") + "_domainkey." + domain;
    try {
      if (selector == null) {
        return dns.exists(name)
            ? Finding.ok("DKIM", domain + " has keys; --dkim-selector NAME looks at one.")
            : Finding.warning(
                "DKIM",
                domain
                    + " has no keys; have the mail server sign, and publish its key. If it has:"
                    + " --dkim-selector NAME");
      }
      List<String> keys = dns.texts(name);
      return keys.stream().anyMatch(key -> key.matches("(?i).*\\bp=[A-Za-z0-9+/=\\s]+.*"))
          ? Finding.ok("DKIM", name + " has a key.")
          : Finding.failure(
              "DKIM", name + " has no key; publish the one that the mail server signs with there.");
    } catch (NamingException failed) {
      return unknown("DKIM", name, failed);
    }
  }

  private Finding dmarc(String domain) {
    try {
      for (String at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
        List<String> records = starting("v=DMARC1", "_dmarc." + at);
        if (!records.isEmpty()) {
          return Finding.ok("DMARC", "_dmarc." + at + ": " + records.getFirst());
        }
      }
      return Finding.warning(
          "DMARC",
          "_dmarc."
              + domain
              + " has no policy; add a TXT record like: v=DMARC1; p=quarantine;"
              + " rua=mailto:postmaster@"
              + domain);
    } catch (NamingException failed) {
      return unknown("DMARC", domain, failed);
    }
  }

  private List<String> starting(String with, String name) throws NamingException {
    String low = with.toLowerCase(Locale.ROOT);
    return dns.texts(name).stream()
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(low))
        .toList();
  }

  private static Finding unknown(String what, String name, NamingException failed) {
    return Finding.warning(
        what,
        "The DNS was not to be asked about "
            + name
            + " ("
            + failed.getMessage()
            + "); check that this machine can look up names.");
  }
}
