package org.meetwright.core.database.migration;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.core.files.OwnerOnly;

/// A consistent copy of an H2 file, made while others use it: packed as a ZIP file beside it, and,
/// to try something on, unpacked.
public final class FileCopy implements AutoCloseable {
  private static final String TRIAL = ".trial";
  private static final String SUFFIX = ".mv.db";

  private final HikariDataSource original;
  private final DatabaseFile file;
  private final Path packed;

  private FileCopy(HikariDataSource original, DatabaseFile file, Path packed) {
    this.original = original;
    this.file = file;
    this.packed = packed;
  }

  /// Copies a file. An earlier copy of the same name is replaced.
  ///
  /// @param name what is added to the file's name
  /// @throws SQLException if it cannot be copied
  public static FileCopy of(HikariDataSource original, DatabaseFile file, String name)
      throws SQLException, IOException {
    deleteTrials(file);
    Path packed = file.with("." + name + ".zip");
    // Made by us first, so that nobody else can open it.
    OwnerOnly.open(packed, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    try (Connection connection = original.getConnection();
        PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
      backup.setString(1, packed.toString());
      backup.execute();
    }
    try (FileChannel channel = FileChannel.open(packed, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return new FileCopy(original, file, packed);
  }

  /// Returns where the packed copy is.
  public Path path() {
    return packed;
  }

  /// Unpacks it and returns the database in it, whose login is that of the original. No other
  /// program opens it.
  public DataSource unpacked() throws IOException {
    unpack(packed, file.with(TRIAL + SUFFIX));
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + file.with(TRIAL).toAbsolutePath());
    source.setUser(original.getDataSourceProperties().getProperty("user", ""));
    source.setPassword(original.getDataSourceProperties().getProperty("password", ""));
    return source;
  }

  /// Unpacks a copy into a file, which is on disk afterwards.
  static void unpack(Path packed, Path to) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed));
        FileChannel channel =
            OwnerOnly.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(SUFFIX)) {
          zip.transferTo(out);
        }
      }
      channel.force(true);
    }
  }

  /// Deletes what was unpacked; the packed copy stays.
  @Override
  public void close() throws IOException {
    deleteTrials(file);
  }

  /// A program that was killed has left one: H2 would take it for a part of the database.
  private static void deleteTrials(DatabaseFile file) throws IOException {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(file.directory(), file.name() + TRIAL + ".*")) {
      for (Path each : left) {
        Files.deleteIfExists(each);
      }
    }
  }
}
