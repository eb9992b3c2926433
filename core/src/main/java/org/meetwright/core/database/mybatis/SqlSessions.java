package org.meetwright.core.database.mybatis;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// Sets MyBatis up.
public final class SqlSessions {
  private SqlSessions() {}

  /// Returns what opens sessions on a database.
  public static SqlSessionFactory factory(DataSource dataSource) {
    Configuration configuration =
        new OpenConfiguration(
            new Environment("meetwright", new JdbcTransactionFactory(), dataSource));
    configuration.setMapUnderscoreToCamelCase(true);
    // Records are filled by the names of their components, not by position.
    configuration.setArgNameBasedConstructorAutoMapping(true);
    // A session must not answer from before it took a lock.
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setLogImpl(NoLoggingImpl.class);
    var handlers = configuration.getTypeHandlerRegistry();
    handlers.register(UUID.class, new TypeHandlers.OfUuid());
    handlers.register(Instant.class, new TypeHandlers.OfInstant());
    handlers.register(ZoneId.class, new TypeHandlers.OfText<>(ZoneId::of, ZoneId::getId));
    handlers.register(
        Locale.class, new TypeHandlers.OfText<>(Locale::forLanguageTag, Locale::toLanguageTag));
    handlers.register(
        EmailAddress.class, new TypeHandlers.OfText<>(EmailAddress::new, EmailAddress::value));
    handlers.register(Handle.class, new TypeHandlers.OfText<>(Handle::new, Handle::value));
    return new SqlSessionFactoryBuilder().build(configuration);
  }

  /// Takes mappers in when they are first asked for, so that this package knows no feature.
  private static final class OpenConfiguration extends Configuration {
    OpenConfiguration(Environment environment) {
      super(environment);
    }

    /// The registry itself says that it has a mapper before it has read its statements.
    private final Set<Class<?>> complete = ConcurrentHashMap.newKeySet();

    @Override
    public <T> T getMapper(Class<T> type, SqlSession session) {
      if (!complete.contains(type)) {
        addOnce(type);
      }
      return mapperRegistry.getMapper(type, session);
    }

    private synchronized void addOnce(Class<?> type) {
      if (complete.contains(type)) {
        return;
      }
      mapperRegistry.addMapper(type);
      complete.add(type);
    }
  }
}
