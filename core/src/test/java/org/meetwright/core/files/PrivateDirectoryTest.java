package org.meetwright.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A data directory that other users of the machine can see.
@Tag("attack")
@DisabledOnOs(OS.WINDOWS)
final class PrivateDirectoryTest {
  private static final int NOBODY = 65534;

  @TempDir Path temp;
  private Path home;

  @BeforeEach
  void makeHome() throws IOException {
    home = Files.createDirectory(temp.resolve("home"));
    mode(home, "rwxr-xr-x");
  }

  private static void mode(Path path, String modes) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private Path file(String name) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "secret");
    mode(file, "rw-rw-r--");
    return file;
  }

  private void secure() {
    PrivateDirectory.secure(home, "meetwright");
  }

  private void assertRefused(String... words) throws IOException {
    String before = mode(home);
    assertThatThrownBy(this::secure)
        .isInstanceOf(UnsafeDirectoryException.class)
        .hasMessageStartingWith("The data directory " + home + " ")
        .hasMessageContainingAll(words);
    assertThat(mode(home)).isEqualTo(before);
  }

  @Test
  void aNewOneIsForItsOwnerAlone() throws IOException {
    Path fresh = temp.resolve("a").resolve("b");
    PrivateDirectory.secure(fresh, "meetwright");
    assertThat(mode(fresh)).isEqualTo("rwx------");
    assertThat(mode(fresh.getParent())).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-xr-x", "rwx--x---", "rwxr-----", "rwx-----x", "rwxrwxrwx"})
  void anOpenOneWithMeetwrightsDataIsClosed(String open) throws IOException {
    List<Path> files =
        List.of(
            file("meetwright.mv.db"),
            file("meetwright.password"),
            file("meetwright.yaml"),
            file("other.mv.db"),
            file("mail/a.eml"));
    mode(home.resolve("mail"), "rwxr-xr-x");
    Files.createDirectory(home.resolve("lost+found"));
    mode(home, open);

    PrivateDirectory.secure(home, "other");

    assertThat(mode(home)).isEqualTo("rwx------");
    assertThat(mode(home.resolve("mail"))).isEqualTo("rwx------");
    for (Path file : files) {
      assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
    }
  }

  @Test
  void thatIsSaidOnce() {
    List<String> said = new ArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            said.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(PrivateDirectory.class.getName());
    log.addHandler(listener);
    try {
      secure();
      secure();
    } finally {
      log.removeHandler(listener);
    }
    assertThat(said)
        .containsExactly(
            "The data directory "
                + home
                + " was open to other users (rwxr-xr-x) and is for its owner alone now.");
  }

  @ParameterizedTest
  @ValueSource(strings = {".bashrc", "photos/sea.jpg", "meetwright/pom.xml"})
  void anOpenOneWithOtherThingsIsRefused(String other) throws IOException {
    file("meetwright.yaml");
    Path theirs = file(other);
    assertRefused(
        "rwxr-xr-x",
        "as it has " + other.replaceFirst("/.*", "") + " in it",
        "a directory of its own",
        "--home");
    assertThat(mode(theirs)).isEqualTo("rw-rw-r--");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.log", "password.txt"})
  void plainFilesMayLieBesideTheData(String other) throws IOException {
    Path beside = file(other);
    secure();
    assertThat(mode(home)).isEqualTo("rwx------");
    assertThat(mode(beside)).isEqualTo("rw-rw-r--");
  }

  @ParameterizedTest
  @ValueSource(strings = {".env", "tls/key.pem"})
  void anythingMayLieBesideADatabase(String other) throws IOException {
    file("meetwright.mv.db");
    file(other);
    secure();
    assertThat(mode(home)).isEqualTo("rwx------");
  }

  @Test
  void aUsersHomeIsRefusedUnlessItIsForTheDataAlone() throws IOException {
    String usual = System.getProperty("user.home");
    System.setProperty("user.home", home.toString());
    try {
      file("meetwright.mv.db");
      Path other = file("letter.txt");
      assertRefused("a directory of its own");
      Files.delete(other);
      secure();
      assertThat(mode(home)).isEqualTo("rwx------");
    } finally {
      System.setProperty("user.home", usual);
    }
  }

  @Test
  void aClosedOneMayHoldOtherThings() throws IOException {
    mode(home, "rwx------");
    Path other = file("letter.txt");
    Path data = file("meetwright.yaml");
    secure();
    assertThat(mode(other)).isEqualTo("rw-rw-r--");
    assertThat(mode(data)).isEqualTo("rw-------");
  }

  @Test
  void anEmptyOneThatIsMeantToBeSharedIsRefused() throws IOException {
    Files.setAttribute(home, "unix:mode", 01777);
    assertRefused("rwxrwxrwx", "a directory of its own");
    assertThat((Integer) Files.getAttribute(home, "unix:mode") & 07777).isEqualTo(01777);
  }

  @Test
  void theRootOfTheFileSystemIsRefused() {
    assertThatThrownBy(() -> PrivateDirectory.secure(Path.of("/"), "meetwright"))
        .isInstanceOf(UnsafeDirectoryException.class)
        .hasMessageStartingWith("The data directory / ");
  }

  @Test
  void whereALinkLeadsCounts() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), home);
    PrivateDirectory.secure(link, "meetwright");
    assertThat(mode(home)).isEqualTo("rwx------");
    mode(home, "rwxr-xr-x");
    file(".profile");
    assertThatThrownBy(() -> PrivateDirectory.secure(link, "meetwright"))
        .isInstanceOf(UnsafeDirectoryException.class)
        .hasMessageStartingWith("The data directory " + link + " ");
  }

  @Test
  void aLinkToADirectoryIsNotFollowed() throws IOException {
    Path archive = Files.createDirectory(temp.resolve("archive"));
    mode(archive, "rwxr-xr-x");
    Files.createSymbolicLink(home.resolve("mail"), archive);
    Files.createSymbolicLink(home.resolve("meetwright.yaml"), temp.resolve("nowhere"));
    secure();
    assertThat(mode(home)).isEqualTo("rwx------");
    assertThat(mode(archive)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void someoneElsesIsRefused() throws IOException {
    give(home);
    assertRefused("belongs to ", "--home");
    mode(home, "rwx------");
    assertRefused("belongs to ", "--home");
  }

  @Test
  void whatOthersPutInWhileItWasOpenIsNotUsed() throws IOException {
    Path planted = file("meetwright.mv.db");
    give(planted);
    mode(home, "rwxrwxrwx");
    assertRefused("as meetwright.mv.db in it belongs to ");
  }

  @Test
  void whatTheAdministratorPutInIsLeftAsItIs() throws IOException {
    mode(home, "rwx------");
    Path config = file("meetwright.yaml");
    give(config);
    secure();
    assertThat(mode(config)).isEqualTo("rw-rw-r--");
  }

  /// Only root can give files away.
  private static void give(Path path) throws IOException {
    assumeTrue("root".equals(Files.getOwner(path).getName()));
    Files.setAttribute(path, "unix:uid", NOBODY);
  }
}
