package org.meetwright.core.database;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/// One database transaction, for the thread that opened it.
public final class Transaction {
  private final SqlSession session;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Transaction(SqlSession session) {
    this.session = session;
  }

  /// Returns a mapper that works inside this transaction.
  public <M> M mapper(Class<M> type) {
    return session.getMapper(type);
  }

  /// Runs something once the transaction is committed and durable; not at all if it is rolled back.
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
