/// Hosts' commands on the database, as an admin.
@NullMarked
package org.meetwright.cli.workplace.database;

import org.jspecify.annotations.NullMarked;
