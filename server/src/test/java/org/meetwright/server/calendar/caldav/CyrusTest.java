package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.WrittenEvent;

/// Cyrus, which Fastmail runs, from Debian's packages `cyrus-caldav`, `cyrus-imapd` and
/// `sasl2-bin`. It mails people in events by itself; its mails are counted.
class CyrusTest extends CalDavSuite {
  private static final Path MASTER = Path.of("/usr/lib/cyrus/bin/master");

  private static String settings(Path home) {
    return """
    configdirectory: %1$s/config
    defaultpartition: default
    partition-default: %1$s/spool
    servername: localhost
    defaultdomain: example.org
    calendar_user_address_set: example.org
    admins: cyrus
    unixhierarchysep: yes
    virtdomains: off
    allowplaintext: yes
    sasl_mech_list: PLAIN
    sasl_pwcheck_method: auxprop
    sasl_auxprop_plugin: sasldb
    sasl_sasldb_path: %1$s/sasldb2
    httpmodules: caldav
    smtp_backend: sendmail
    sendmail: %1$s/sendmail
    """
        .formatted(home);
  }

  private static String services(Path home, int imap, int http) {
    return """
    START {
      recover cmd="ctl_cyrusdb -C %1$s/imapd.conf -r"
    }
    SERVICES {
      imap cmd="imapd -C %1$s/imapd.conf" listen="127.0.0.1:%2$d" prefork=0
      http cmd="httpd -C %1$s/imapd.conf" listen="127.0.0.1:%3$d" prefork=0
    }
    """
        .formatted(home, imap, http);
  }

  /// Takes mail as a program that is called does, and keeps it.
  private static String sendmail(Path home) {
    return """
    #!/usr/bin/python3
    import sys
    def say(line):
        sys.stdout.write(line + '\\r\\n')
        sys.stdout.flush()
    say('220 here')
    for line in sys.stdin:
        word = line[:4].upper().strip()
        if word == 'DATA':
            say('354 go on')
            with open('%s/mails', 'a') as mails:
                mails.write('A mail\\n')
            for text in sys.stdin:
                if text.rstrip() == '.':
                    break
            say('250 kept')
        elif word == 'QUIT':
            say('221 bye')
            break
        else:
            say('250 yes')
    """
        .formatted(home);
  }

  private Path home = Path.of("");
  private int imapPort;

  @Override
  List<Path> needs() {
    return List.of(
        MASTER,
        Path.of("/usr/lib/cyrus/bin/httpd"),
        Path.of("/usr/sbin/saslpasswd2"),
        Path.of("/usr/bin/python3"),
        Path.of("/usr/bin/curl"));
  }

  private static String asCyrus(String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of("runuser", "-u", "cyrus", "--"));
    all.addAll(List.of(command));
    return Program.run(Path.of("/tmp"), "secret", all);
  }

  private void write(String name, String text) throws Exception {
    Program.run(
        Path.of("/tmp"),
        text,
        List.of("runuser", "-u", "cyrus", "--", "tee", home.resolve(name).toString()));
  }

  @Override
  Bed start(Path directory) throws Exception {
    Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"), "Skipped: only root becomes cyrus");
    home = Path.of(asCyrus("mktemp", "-d", "/tmp/meetwright-cyrus-XXXXXX").strip());
    List<AutoCloseable> programs = new ArrayList<>();
    programs.add(() -> Program.run(Path.of("/tmp"), "", List.of("rm", "-rf", home.toString())));
    try {
      return start(directory, programs);
    } catch (Exception | AssertionError failed) {
      for (AutoCloseable program : programs.reversed()) {
        program.close();
      }
      throw failed;
    }
  }

  private Bed start(Path directory, List<AutoCloseable> programs) throws Exception {
    int imap = Program.freePort();
    imapPort = imap;
    int http = Program.freePort();
    write("imapd.conf", settings(home));
    write("cyrus.conf", services(home, imap, http));
    write("sendmail", sendmail(home));
    asCyrus("chmod", "755", home.resolve("sendmail").toString());
    for (String folder : new String[] {"config/socket", "config/proc", "config/log", "spool"}) {
      asCyrus("mkdir", "-p", home.resolve(folder).toString());
    }
    addUser("cyrus");
    addUser("ada");
    programs.add(
        Program.start(
            Path.of("/tmp"),
            directory.resolve("log"),
            http,
            Map.of(),
            List.of(
                "runuser",
                "-u",
                "cyrus",
                "--",
                MASTER.toString(),
                "-C",
                home.resolve("imapd.conf").toString(),
                "-M",
                home.resolve("cyrus.conf").toString(),
                "-p",
                home.resolve("pid").toString())));
    imap("CREATE user/ada");
    String root = "http://127.0.0.1:" + http + "/";
    String calendar = root + "dav/calendars/user/ada/work/";
    Bed started = new Bed(directory, root, calendar, "ada", "secret", false, programs);
    started.curl("MKCALENDAR", calendar, "");
    return started;
  }

  private void addUser(String user) throws Exception {
    asCyrus(
        "/usr/sbin/saslpasswd2",
        "-f",
        home.resolve("sasldb2").toString(),
        "-p",
        "-c",
        "-u",
        "localhost",
        user);
  }

  private void imap(String command) throws Exception {
    Program.run(
        Path.of("/tmp"),
        "",
        List.of(
            "curl",
            "-s",
            "-S",
            "-u",
            "cyrus:secret",
            "-X",
            command,
            "imap://127.0.0.1:" + imapPort + "/"));
  }

  /// Lets a new user know when the calendar is busy: Cyrus' own right `9`.
  void shareBusyTimes(String user) throws Exception {
    addUser(user);
    imap("CREATE user/" + user);
    imap("SETACL user/ada/#calendars/work " + user + " 9");
  }

  private long mails() throws Exception {
    Path mails = home.resolve("mails");
    return Files.exists(mails) ? Files.readAllLines(mails).size() : 0;
  }

  /// Trap 7: other programs' events make the server write to people, ours do not.
  @Test
  void mailsNobody() throws Exception {
    String people = "ORGANIZER:mailto:ada@example.org";
    String bob = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bob@elsewhere.example";
    bed.put("people.ics", Bed.event("people-1", "20281201T100000Z", people, bob));
    long before = mails();
    assertThat(before).isPositive();
    OwnEvent event =
        new OwnEvent(
            UUID.randomUUID(),
            "ours-1@meetwright.example.org",
            0,
            Instant.parse("2028-12-02T10:00:00Z"),
            Instant.parse("2028-12-02T10:00:00Z").plus(Duration.ofHours(1)),
            ZoneId.of("Europe/Berlin"),
            "Talk",
            "With bob@elsewhere.example",
            "",
            false,
            Instant.parse("2026-11-27T12:00:00Z"));
    String calendarId = bed.calendar();
    WrittenEvent written = account.put(calendarId, event, null);
    account.delete(calendarId, account.put(calendarId, event, written));
    assertThat(mails()).isEqualTo(before);
    bed.curl("DELETE", bed.calendar() + "people.ics", "");
  }
}
