"""The attacks of disclosure.md, section 6, by number: where each is tried, and what waits for a later channel."""

from typing import Final

ROUNDS: Final = "attacks/test_hostile_rounds.py::test_nothing_gives_anybody_away_in_two_hundred_hostile_rounds"
NUMBERS: Final = "attacks/test_channels.py::test_every_number_on_a_channel_is_published"
CHOSEN: Final = "attacks/test_roles.py::test_rounds_that_are_hard_to_protect_give_nobody_away"
TWINS: Final = "attacks/test_twins.py::test_different_answers_that_publish_the_same_are_told_in_the_same_words"
WEAKER: Final = "attacks/test_weaker_rules.py::test_a_weaker_rule_is_found_out"
GATE: Final = "attacks/test_joint_attack.py::test_the_gate_takes_it_back"
ROWS: Final = "attacks/test_rejoining.py::test_the_sealed_rows_hold_nothing_of_a_person"
ORDER: Final = "attacks/test_order_after_the_cut.py::test_no_order_of_sealed_rows_follows_an_order_of_persons"
BY_CODE: Final = "attacks/test_codes_and_paper.py"
SCANS: Final = "attacks/test_quick_scans.py"
HELD: Final = "attacks/test_links_that_staff_held.py"
FILES: Final = "attacks/test_data_for_research.py"
OWN_WORDS: Final = "attacks/test_own_words_after_release.py"
EDITIONS: Final = "attacks/test_editions_after_release.py"
ALL_REPORTS: Final = "attacks/test_all_reports_in_one_file.py"
EVERYWHERE: Final = "attacks/test_open_round_everywhere.py"
PLACES: Final = "attacks/test_places_in_slides.py"
BY_NAME: Final = "attacks/test_organisations_in_every_form.py"
FOLLOWING: Final = "attacks/test_following.py"
HISTORIES: Final = "attacks/test_histories.py"
CLOSED: Final = "attacks/test_after_the_cut_for_staff.py"
MAILS: Final = "attacks/test_round_mails_as_channel.py"
QUIET: Final = "attacks/test_quiet_people.py"
MANY: Final = "attacks/test_many_networks.py"
ALERTS: Final = "attacks/test_alerts_as_channel.py"
REGIONAL: Final = "attacks/test_regional_report.py"
NEEDS: Final = "attacks/test_needs_of_open_rounds.py"
LOGS: Final = "attacks/test_rejoining.py::test_no_line_of_the_log_holds_a_secret_a_query_or_an_answer"

#: The tests that try an attack now. An attack can be here and wait as well, for other channels.
TRIED: Final[dict[int, tuple[str, ...]]] = {
    1: (ROUNDS, WEAKER),
    2: (
        "attacks/test_before_and_beside.py::test_2_nothing_that_can_be_read_changes_with_one_answer",
        f"{EVERYWHERE}::test_2_no_address_says_anything_else_because_somebody_answered",
        f"{BY_CODE}::test_2_the_pages_behind_a_code_say_the_same_whoever_answered",
        f"{NEEDS}::test_2_17_one_answer_shows_at_the_hour_only",
        "attacks/test_lost_links.py::test_2_asking_for_a_link_says_the_same_before_and_after_an_answer",
        f"{FOLLOWING}::test_2_no_staff_channel_changes_with_one_answer_within_the_hour",
        f"{FOLLOWING}::test_2_the_weekly_overview_is_the_same_before_and_after_one_answer",
        f"{HISTORIES}::test_17_whatever_staff_open_and_do_is_the_same_whoever_answered_refused_or_was_reminded",
        f"{ALERTS}::test_2_an_alert_is_the_same_before_and_after_one_answer",
        f"{MAILS}::test_2_no_mail_says_anything_else_because_somebody_answered",
    ),
    3: (CHOSEN, ROUNDS),
    4: (
        "attacks/test_benchmark.py::test_4_two_editions_do_not_tell_what_one_to_four_networks_published",
        f"{MANY}::test_4_8_no_choice_changes_what_is_said_of_all_networks_together",
        f"{ALERTS}::test_4_an_adviser_of_many_networks_is_told_of_own_networks_and_of_no_number",
        f"{MANY}::test_4_networks_of_others_are_not_there_by_their_addresses_either",
        f"{MANY}::test_4_10_a_kept_choice_opens_nothing_of_others",
        f"{REGIONAL}::test_4_what_is_given_on_holds_no_result_of_any_network",
        "attacks/test_benchmark.py::test_4_two_readers_together_know_no_more_than_one",
    ),
    5: (TWINS, NUMBERS),
    6: (GATE, ROUNDS),
    7: (NUMBERS, "attacks/test_hostile_rounds.py::test_the_hostile_rounds_are_all_that_they_should_be"),
    8: (NUMBERS, f"{MANY}::test_4_8_no_choice_changes_what_is_said_of_all_networks_together"),
    9: (
        TWINS,
        f"{ALERTS}::test_9_no_order_of_networks_in_a_mail_follows_a_result",
        f"{NEEDS}::test_9_no_order_and_no_reason_follows_a_result",
        "unit/reports/test_trend_gap.py::test_words",
        "unit/reports/test_figures.py::test_nothing_is_hidden_in_the_json",
    ),
    10: (
        "attacks/test_before_and_beside.py::test_10_no_parameter_makes_a_report_say_something_else",
        f"{MANY}::test_10_no_choice_makes_a_number_that_is_not_published",
        f"{REGIONAL}::test_10_11_no_area_and_no_form_tells_a_number_that_is_not_published",
        f"{REGIONAL}::test_10_what_is_given_on_has_a_network_beside_a_day_only",
        f"{FILES}::test_10_no_parameter_makes_a_file_say_something_else",
        f"{FILES}::test_10_no_parameter_makes_the_api_say_something_else",
    ),
    11: (
        NUMBERS,
        f"{MANY}::test_11_the_workbook_says_of_each_network_what_it_published",
        f"{MANY}::test_11_the_workbook_of_a_few_says_what_each_published_and_nothing_of_others",
        f"{MANY}::test_11_the_workbook_of_what_networks_need_says_no_number_of_a_result",
        CHOSEN,
        f"{MAILS}::test_11_no_mail_names_an_average_a_share_or_a_number_of_answers",
        f"{ALL_REPORTS}::test_11_every_form_in_the_file_is_the_one_that_staff_get_by_itself",
    ),
    12: (
        "attacks/test_profiles.py::test_12_what_organisations_said_does_not_depend_on_what_anybody_answered",
        "attacks/test_profiles.py::test_12_what_people_answered_does_not_depend_on_what_organisations_said",
        "attacks/test_profiles.py::test_12_roles_relations_and_reach_do_not_depend_on_what_anybody_answered",
        "attacks/test_profiles.py::test_12_one_to_four_people_cannot_be_told_apart",
        f"{BY_NAME}::test_12_no_form_tells_which_organisation_somebody_answered_for",
        f"{BY_NAME}::test_12_in_no_form_an_average_depends_on_what_organisations_said",
        f"{BY_NAME}::test_12_in_no_form_one_to_four_people_can_be_told_apart",
        "attacks/test_profiles.py::test_12_no_foreign_link_opens_what_an_organisation_said_before_it_is_published",
    ),
    13: (
        "attacks/test_profiles.py::test_13_nothing_that_an_organisation_said_comes_back_in_the_next_round",
        "attacks/test_rounds_before.py::test_13_what_is_published_of_a_round_does_not_depend_on_the_round_before",
        "attacks/test_rounds_before.py::test_13_the_figures_hold_of_the_round_before_what_it_released_and_nothing_else",
        "attacks/test_rounds_before.py::test_13_in_every_form_two_rounds_side_by_side_say_published_numbers_only",
        "attacks/test_rounds_before.py::test_13_what_programs_read_of_a_round_does_not_depend_on_the_round_before",
        f"{BY_NAME}::test_13_in_no_form_of_the_next_round_comes_back_what_an_organisation_said",
        "attacks/test_rounds_before.py::test_13_who_joins_is_found_out_where_all_others_answer_the_same_twice",
    ),
    14: (
        "attacks/test_before_and_beside.py::"
        "test_14_what_one_network_publishes_does_not_depend_on_what_its_people_answer_in_another",
    ),
    15: (
        TWINS,
        f"{ALERTS}::test_9_15_what_a_report_says_changes_no_alert_of_it",
        f"{NEEDS}::test_15_a_colour_follows_from_what_is_printed",
        f"{PLACES}::test_15_charts_are_drawn_from_published_numbers_alone",
        f"{PLACES}::test_15_charts_of_any_network_are_drawn_from_published_numbers_alone",
    ),
    16: (
        ROWS,
        ORDER,
        f"{OWN_WORDS}::test_16_no_order_of_texts_follows_persons_or_another_question",
        f"{OWN_WORDS}::test_16_in_which_language_somebody_reads_does_not_mark_a_text",
        f"{OWN_WORDS}::test_16_texts_are_in_the_forms_that_may_have_them_and_nowhere_else",
        f"{OWN_WORDS}::test_16_what_is_read_of_hidden_and_changed_texts_is_nothing",
    ),
    17: (
        LOGS,
        f"{ALERTS}::test_17_22_an_alert_is_the_same_whoever_answered",
        f"{NEEDS}::test_17_22_the_words_are_those_of_the_total_whoever_answered",
        "attacks/test_rejoining.py::test_all_sealed_rows_were_written_by_one_transaction",
        "attacks/test_lost_links.py::test_17_what_is_left_of_lost_links_does_not_tell_who_answered_or_who_asked",
        "attacks/test_erasing.py::test_17_erasing_tells_staff_nothing_of_whether_somebody_answered",
        "attacks/test_erasing.py::test_17_the_rows_that_erasing_leaves_are_the_same_whoever_answered",
        "attacks/test_what_the_log_says.py::test_17_the_audit_log_is_the_same_whoever_answered",
        f"{HELD}::test_17_nothing_on_the_list_of_the_invited_changes_with_who_answered",
        f"{FOLLOWING}::test_17_no_staff_channel_tells_who_was_reminded",
        f"{FOLLOWING}::test_17_reminding_by_hand_tells_nothing_of_who_sent_in_just_before",
        f"{FOLLOWING}::test_17_withdrawing_a_link_tells_nothing_of_who_sent_in",
        f"{HISTORIES}::test_17_whatever_staff_open_and_do_is_the_same_whoever_answered_refused_or_was_reminded",
        f"{CLOSED}::test_17_nothing_that_staff_see_of_a_closed_round_tells_who_answered_or_refused",
        f"{MAILS}::test_17_a_file_of_a_mail_tells_only_who_opens_it_whose_it_is",
        f"{MAILS}::test_17_the_log_names_nobody_to_whom_a_mail_did_not_go",
        f"{MAILS}::test_17_who_hands_in_a_mail_that_came_back_is_told_the_same_of_a_reminder_and_of_none_of_ours",
        f"{QUIET}::test_17_an_invitation_that_goes_once_more_tells_nothing_of_who_wants_no_mail",
        f"{QUIET}::test_17_an_invitation_once_more_to_an_address_that_is_wrong_tells_nothing_either",
        f"{QUIET}::test_17_how_many_are_mailed_about_the_report_tells_nothing_of_who_wants_no_mail",
    ),
    18: (
        ORDER,
        NUMBERS,
        f"{FILES}::test_18_a_dataset_names_no_network_no_day_and_nobody",
        f"{FILES}::test_18_a_dataset_is_the_same_each_time",
        f"{ALL_REPORTS}::test_18_a_member_says_only_which_report_it_is_and_when_that_was_released",
        f"{ALL_REPORTS}::test_18_who_asks_twice_gets_the_same_bytes",
    ),
    19: (
        "attacks/test_hostile_rounds.py::test_19_without_the_gate_nothing_is_hidden_because_of_what_was_answered",
        "attacks/test_hostile_rounds.py::test_19_the_gate_hides_whole_levels_and_nothing_else",
    ),
    20: (
        "integration/test_closing.py::test_closing_twice_does_nothing_the_second_time",
        "integration/test_closing.py::test_sealed_answers_are_deleted_after_two_years_and_the_report_stays",
        "attacks/test_erasing.py::test_20_what_a_round_publishes_does_not_depend_on_who_was_erased_meanwhile",
        "attacks/test_erasing.py::test_20_between_the_cut_and_the_results_nobody_goes_either",
        "attacks/test_erasing.py::test_20_a_closed_round_is_not_published_again_when_its_people_go",
        f"{EDITIONS}::test_20_a_hidden_text_leaves_no_trace",
        f"{EDITIONS}::test_20_who_is_erased_leaves_no_trace",
        f"{EDITIONS}::test_20_a_reader_who_was_first_leaves_no_file_behind",
        f"{ALL_REPORTS}::test_20_a_hidden_text_is_in_no_file_of_all_reports",
    ),
    21: (LOGS, "integration/test_demo_load.py::test_nobody_can_be_found_back_in_the_closed_rounds"),
    22: (
        NUMBERS,
        f"{ALERTS}::test_17_22_an_alert_is_the_same_whoever_answered",
        f"{NEEDS}::test_17_22_the_words_are_those_of_the_total_whoever_answered",
        f"{MAILS}::test_11_no_mail_names_an_average_a_share_or_a_number_of_answers",
        f"{BY_CODE}::test_22_no_channel_names_a_number_of_people_that_is_not_published",
    ),
    23: (
        f"{BY_CODE}::test_23_whoever_invents_respondents_moves_nothing_where_a_group_is_shown",
        f"{BY_CODE}::test_23_invented_respondents_do_not_bring_out_what_four_people_answered",
        f"{BY_CODE}::test_23_that_there_are_any_takes_nothing_away_either",
        ROUNDS,
        f"{SCANS}::test_23_four_in_a_meeting_are_told_nothing_and_nobody_is_found_out_by_who_invents_the_others",
        "attacks/test_small_groups_after_the_cut.py::test_a_group_stays_on_sealed_answers_only_from_five",
        "integration/test_opening.py::test_late_answers_are_in_no_group_of_the_results",
    ),
    24: (
        "attacks/test_lost_links.py::test_24_a_lost_link_goes_to_its_own_person_whoever_asks",
        "attacks/test_erasing.py::test_24_staff_get_no_link_of_who_was_erased",
        "attacks/test_erasing.py::test_24_who_was_erased_still_has_the_own_link",
        f"{HELD}::test_24_staff_who_printed_a_link_see_and_change_nothing_of_what_its_person_answers",
        f"{HELD}::test_24_what_is_shown_without_the_code_does_not_depend_on_what_was_answered",
        f"{HELD}::test_24_staff_who_open_a_link_first_are_found_out_by_its_person",
        f"{HELD}::test_24_the_new_invitation_of_who_found_out_begins_empty",
        f"{MAILS}::test_24_a_mail_leads_its_own_person_to_one_link_and_nobody_elses",
        f"{HELD}::test_24_staff_cannot_come_by_the_link_of_who_was_mailed",
    ),
    25: (WEAKER, GATE),
    26: (
        f"{SCANS}::test_26_a_quick_scan_and_a_full_round_have_no_average_of_part_of_a_theme",
        f"{SCANS}::test_26_what_a_short_version_publishes_is_compared_with_no_full_theme",
    ),
    27: (ROWS, ORDER, "attacks/test_lost_links.py::test_27_mails_that_were_kept_lead_to_no_sealed_answer"),
    28: (ROUNDS, WEAKER, GATE, TWINS),
}

#: Channels that come with later issues, and the attacks that wait for them.
WAITING: Final[dict[str, tuple[int, ...]]] = {}

ATTACKS: Final = range(1, 29)
