package dev.postmortem.rehearsal.wire;

/** Sockets once the app asked for one, else HTTP: in Slack, too, the one turns the other off. */
record EitherLine(Line sockets, Line http) implements Line {
  private Line current() {
    return sockets.isConnected() ? sockets : http;
  }

  @Override
  public boolean isConnected() {
    return current().isConnected();
  }

  @Override
  public Reply send(Parcel parcel, Attempt attempt) {
    return current().send(parcel, attempt);
  }
}
