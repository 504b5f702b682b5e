package dev.postmortem.slack.inbound;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.util.http.SlackHttpClient;
import dev.postmortem.draft.Draft;
import dev.postmortem.review.secret.Secrets;
import dev.postmortem.slack.commands.Commands;
import dev.postmortem.slack.commands.Table;
import dev.postmortem.slack.commands.Usage;
import dev.postmortem.slack.modals.AddModal;
import dev.postmortem.slack.modals.AnswerModal;
import dev.postmortem.slack.modals.CheckupModal;
import dev.postmortem.slack.modals.DropModal;
import dev.postmortem.slack.modals.EditModal;
import dev.postmortem.slack.modals.EntryModal;
import dev.postmortem.slack.modals.HeadlinePage;
import dev.postmortem.slack.modals.HistoryModal;
import dev.postmortem.slack.modals.MeetingModal;
import dev.postmortem.slack.modals.MilestoneModal;
import dev.postmortem.slack.modals.PeoplePage;
import dev.postmortem.slack.modals.PublishModal;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.modals.StartModal;
import dev.postmortem.slack.modals.TaskModal;
import dev.postmortem.slack.modals.TextPage;
import dev.postmortem.slack.modals.TimelineModal;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.modals.WorkPage;
import dev.postmortem.slack.outbound.Acquaintance;
import dev.postmortem.slack.outbound.Arrival;
import dev.postmortem.slack.outbound.Errands;
import dev.postmortem.slack.outbound.HomeTab;
import dev.postmortem.slack.outbound.Outsiders;
import dev.postmortem.slack.outbound.PageTurner;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.outbound.PrivateReplies;
import dev.postmortem.slack.outbound.SlackHistory;
import dev.postmortem.slack.outbound.SlackRooms;
import dev.postmortem.slack.outbound.StakeholderGroups;
import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.pictures.PictureRounds;
import dev.postmortem.slack.text.Masking;
import dev.postmortem.slack.text.MentionReader;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.slack.views.ReadingHint;
import dev.postmortem.slack.views.WordingList;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.CatchUp;
import dev.postmortem.workflow.capture.CopyPictures;
import dev.postmortem.workflow.capture.Intake;
import dev.postmortem.workflow.capture.RecordMark;
import dev.postmortem.workflow.follow.AskOwners;
import dev.postmortem.workflow.follow.AskPointPerson;
import dev.postmortem.workflow.follow.HandOver;
import dev.postmortem.workflow.follow.RewriteLetter;
import dev.postmortem.workflow.incident.CancelPostmortem;
import dev.postmortem.workflow.incident.ChangeHeadline;
import dev.postmortem.workflow.incident.Finding;
import dev.postmortem.workflow.incident.ReopenIncident;
import dev.postmortem.workflow.incident.ResolveIncident;
import dev.postmortem.workflow.incident.RoomChanged;
import dev.postmortem.workflow.incident.StartPostmortem;
import dev.postmortem.workflow.meet.CancelMeeting;
import dev.postmortem.workflow.meet.ProposeAttendees;
import dev.postmortem.workflow.meet.ReadDraft;
import dev.postmortem.workflow.meet.RemindAttendees;
import dev.postmortem.workflow.meet.ScheduleMeeting;
import dev.postmortem.workflow.publish.ComposeDocument;
import dev.postmortem.workflow.publish.CorrectDocument;
import dev.postmortem.workflow.publish.PublishDocument;
import dev.postmortem.workflow.review.CheckTimeline;
import dev.postmortem.workflow.writing.AddNote;
import dev.postmortem.workflow.writing.AmendEntry;
import dev.postmortem.workflow.writing.AssignRole;
import dev.postmortem.workflow.writing.LeaveOpen;
import dev.postmortem.workflow.writing.Participants;
import dev.postmortem.workflow.writing.Questions;
import dev.postmortem.workflow.writing.Tasks;
import dev.postmortem.workflow.writing.WriteSection;
import java.util.ArrayList;
import java.util.List;

/** Puts together, in the order in which data flows, what listens to Slack and what answers it. */
public final class Reception {
  private final SlackParts parts;
  private final Desk desk;
  private final Errands prompt = Errands.prompt();
  private final Errands patient = Errands.patient();
  private final SlackWording wording = new SlackWording();
  private final Masking masking = new Masking(Secrets.known());
  private final SlackRooms rooms;
  private final PrivateReplies replies;
  private final Outsiders outsiders;
  private final Discretion discretion;
  private final Windows windows;
  private final ViewBelow below;
  private final Acquaintance acquaintance;
  private final MessageReader reader;
  private final RoomChanged roomChanged;
  private final Arrival arrival;
  private final Finding finding;
  private final Wordings wordings;
  private final Papers papers;
  private final HomeTab home;
  private final RecordMark marks;
  private final Intake intake;
  private final PictureRounds pictures;
  private final EventInbox inbox;
  private final App app;
  private final StakeholderGroups stakeholders;
  private final List<Usage> usages = new ArrayList<>();

  public Reception(SlackParts parts, Slack slack) {
    this.parts = parts;
    desk = parts.desk();
    SlackHttpClient http = slack.getHttpClient();
    rooms = new SlackRooms(parts.calls());
    replies = new PrivateReplies(http, parts.calls());
    outsiders = new Outsiders(desk, rooms, prompt, replies);
    discretion = new Discretion(desk, masking, prompt, replies);
    windows = new Windows(parts.calls(), prompt, replies);
    below = new ViewBelow(desk, windows);
    acquaintance = new Acquaintance(parts.calls(), desk.store(), patient);
    stakeholders = new StakeholderGroups(parts.stakeholders(), rooms, acquaintance, desk.store());
    reader = new MessageReader(parts.me(), wording, masking);
    CatchUp catchUp = new CatchUp(desk, history(), parts.pictures());
    pictures = new PictureRounds(new CopyPictures(desk, parts.pictures()), patient, parts.alarms());
    PageTurner pages =
        new PageTurner(catchUp, patient, parts.alarms(), desk.clock(), this::copyPictures);
    roomChanged = new RoomChanged(desk);
    arrival =
        new Arrival(
            desk,
            rooms,
            roomChanged,
            catchUp,
            new Arrival.Ways(pages, prompt, patient, replies, pictures::ring));
    finding = new Finding(desk, rooms);
    wordings = new Wordings(desk.store(), wording);
    papers =
        new Papers(
            desk,
            new Papers.Slackline(parts.calls(), http, patient, replies),
            new ComposeDocument(desk, wording),
            acquaintance);
    home = new HomeTab(desk, finding, wordings, parts.calls(), prompt);
    marks = new RecordMark(desk);
    intake = new Intake(desk.store());
    Front front = front();
    inbox = inbox(front);
    app = new BoltApp(front, parts.arrivals()).build(slack, parts.calls().token());
  }

  /**
   * A reading came to a stop: what it brought may show pictures. Where Slack shows nothing, what
   * was kept by a process that ended before it looked is looked through once.
   */
  private void copyPictures(long incident) {
    desk.store()
        .read(records -> records.readings().of(incident))
        .filter(reading -> reading.hitch().isShut() && reading.hitch().attempts() == 1)
        .ifPresent(shut -> pictures.look(incident));
    pictures.ring();
  }

  private SlackHistory history() {
    return new SlackHistory(
        parts.calls(),
        (team, channel, message) -> {
          acquaintance.meetAllIn(message.toString());
          return reader.read(team, channel, message);
        },
        desk.template().emoji(),
        desk.clock());
  }

  /** All that can be typed after the slash command. */
  public List<Usage> usages() {
    return List.copyOf(usages);
  }

  private Front front() {
    ResolveIncident resolve = new ResolveIncident(desk, arrival::arrived);
    Tasks tasks = new Tasks(desk, (draft, owner) -> home.show(draft.room().team(), owner));
    HandOver handOver = new HandOver(desk);
    Questions questions = new Questions(desk);
    AssignRole roles = new AssignRole(desk);
    WriteSection writing = new WriteSection(desk);
    StartPostmortem start = new StartPostmortem(desk);
    CancelMeeting cancelMeeting = new CancelMeeting(desk, parts.alarms());
    Verbs verbs = new Verbs(start, writing, tasks, questions, roles, handOver, cancelMeeting);
    Screens screens = screens(verbs);
    Commands commands =
        Table.of(
            desk,
            new Table.Verbs(
                start,
                new AddNote(desk),
                writing,
                tasks,
                questions,
                roles,
                handOver,
                resolve,
                new ReopenIncident(desk),
                new CancelPostmortem(desk),
                cancelMeeting,
                new CorrectDocument(desk),
                finding),
            new Table.Shown(
                screens, windows, wordings, papers, arrival, prompt, replies, outsiders));
    usages.addAll(commands.usages());
    FollowClicks follow =
        new FollowClicks(
            new FollowClicks.Verbs(
                handOver,
                new AskPointPerson(desk),
                new AskOwners(desk),
                tasks,
                new RewriteLetter(desk)),
            screens,
            windows);
    Clicks clicks =
        new Clicks(
            desk,
            screens,
            new Clicks.Out(windows, below),
            new Clicks.Doings(
                resolve,
                follow,
                papers,
                home,
                new ReadDraft(desk),
                new ReviewClicks.Doings(new LeaveOpen(desk), new CheckTimeline(desk))));
    return new Front(
        desk,
        commands,
        clicks,
        screens,
        new Front.Outward(windows, prompt, replies, acquaintance, finding, parts.me(), discretion));
  }

  /** The verbs that both commands and modals use. */
  private record Verbs(
      StartPostmortem start,
      WriteSection writing,
      Tasks tasks,
      Questions questions,
      AssignRole roles,
      HandOver handOver,
      CancelMeeting cancelMeeting) {}

  private Screens screens(Verbs verbs) {
    Participants participants = new Participants(desk);
    TimelineModal timeline = new TimelineModal(desk, wordings);
    PublishModal gate =
        new PublishModal(
            new PublishDocument(desk, parts.audience()),
            parts.audience(),
            new PublishModal.Hints(new ReadingHint(desk), new WordingList(desk)),
            arrival::hurried);
    EditModal edit =
        new EditModal(
            desk,
            new EditModal.EditPages(
                new TextPage(desk, verbs.writing(), wordings),
                new HeadlinePage(new ChangeHeadline(desk), arrival::arrived),
                new PeoplePage(
                    desk,
                    new PeoplePage.Verbs(participants, verbs.roles(), verbs.handOver()),
                    outsiders::warnOf),
                new WorkPage(verbs.tasks(), verbs.questions(), wordings),
                timeline,
                new WordingList(desk)),
            below::refresh);
    CheckupModal checkup = new CheckupModal(desk, new CheckTimeline(desk));
    below
        .shows(gate.callback(), (form, draft) -> gate.draw(draft))
        .shows(edit.callback(), (form, draft) -> edit.draw(draft, "work"))
        .shows(CheckupModal.CALLBACK, (form, draft) -> checkup.draw(draft))
        .shows(
            TimelineModal.CALLBACK,
            (form, draft) -> timeline.draw(draft, form.metadata().path("page").asInt()));
    ScheduleMeeting schedule = new ScheduleMeeting(desk, new RemindAttendees(desk, parts.alarms()));
    ProposeAttendees attendees =
        new ProposeAttendees(new MentionReader(parts.me().user()), stakeholders);
    return new Screens(
        desk,
        new Screens.Modals(
            new StartModal(
                desk,
                verbs.start(),
                wordings,
                (done, by) -> arrival.opened(done.draft(), new WayBack(by, "", "", null, "", ""))),
            edit,
            timeline,
            new EntryModal(desk, new AmendEntry(desk), wordings, below::refresh),
            new AddModal(desk, marks, arrival::readMarked),
            new TaskModal(verbs.tasks(), wordings, below::refresh),
            new DropModal(verbs.tasks(), wordings, new RewriteLetter(desk)),
            new AnswerModal(verbs.questions(), wordings, below::refresh),
            new MeetingModal(
                desk,
                new MeetingModal.Doings(attendees, schedule, verbs.cancelMeeting()),
                outsiders::warn),
            gate,
            checkup,
            new MilestoneModal(desk, wordings, below::refresh),
            new HistoryModal(desk)),
        parts.zone());
  }

  private EventInbox inbox(Front front) {
    Listening listening =
        new Listening(
            desk,
            parts.me(),
            front,
            home,
            new Listening.Ways(
                arrival, roomChanged, acquaintance, prompt, replies, pictures, discretion));
    return new EventInbox(
        new MessageEvents(reader, intake),
        intake,
        desk.template().emoji(),
        listening,
        parts.arrivals());
  }

  /** Asks Slack who the stakeholders are, so that no window has to wait for it. */
  public void learnStakeholders() {
    stakeholders.learn();
  }

  /** Whether somebody may read of a post-mortem now; asks Slack, so not while Slack waits. */
  public boolean mayRead(Draft draft, String user) {
    return finding.mayRead(draft, user);
  }

  /** The app that Slack's requests are handed to. */
  public App app() {
    return app;
  }

  /** Takes what Slack tells. */
  public EventInbox inbox() {
    return inbox;
  }

  /** The door for what Slack tells. */
  public Intake intake() {
    return intake;
  }

  /** What is done after Slack has its answer, and may take its time. */
  public Errands patient() {
    return patient;
  }

  /** What is done after Slack has its answer, and somebody waits for. */
  public Errands prompt() {
    return prompt;
  }

  /** Asks again after people whom Slack did not tell of, as it was busy or away. */
  public void learnTheRest() {
    acquaintance.meetTheRest();
    if (stakeholders.hasGroups()) {
      patient.run("learn the stakeholders", this::learnStakeholders);
    }
  }

  /** Writes the document for the letters that carry it. */
  public Papers papers() {
    return papers;
  }

  /** Copies pictures into the store. */
  public PictureRounds pictures() {
    return pictures;
  }

  /** Enters war rooms and reads what was missed. */
  public Arrival arrival() {
    return arrival;
  }
}
