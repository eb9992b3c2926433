/// MyBatis: its sessions, the types of columns, and rows that violate a rule of their record.
@NullMarked
package org.meetwright.core.database.mybatis;

import org.jspecify.annotations.NullMarked;
