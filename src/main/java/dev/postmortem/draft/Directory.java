package dev.postmortem.draft;

import java.util.Optional;

/** Names that belong to no person: channels, user groups, and the workspace's own address. */
public interface Directory {
  /** Stands before a workspace's id where its web address is kept. */
  String ADDRESS = "address:";

  /** Stands before a user group's id where the ids of its people are kept, with commas. */
  String MEMBERS = "members:";

  /** The name kept for a channel, group or workspace id. */
  Optional<String> name(String id);

  /** Keeps a name; the newest wins. */
  void save(String id, String name);
}
