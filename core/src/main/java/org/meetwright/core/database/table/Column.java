package org.meetwright.core.database.table;

/// A column whose values are stored; those that the database computes are not among them.
///
/// @param name in lower case
public record Column(String name, ColumnType type) {}
