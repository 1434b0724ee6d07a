/* Made by `npm run openapi`; do not edit. */
export interface paths {
    "/api/v1/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attempts_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/references/{referenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attempts_reference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/references/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attempts_searchReferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attempts_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/saves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Attempts_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Attempts_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Attempts_takeover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Grants_auditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Clock_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Editions_list"];
        put?: never;
        post: operations["Editions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Editions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{id}/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Editions_grantAwards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Heats_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exams_list"];
        put?: never;
        post: operations["Exams_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exams_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exams_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Exams_listCandidates"];
        put?: never;
        post: operations["Exams_addCandidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exams_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exams_prepare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exams_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Grants_list"];
        put?: never;
        post: operations["Grants_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Grants_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Heats_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Heats_listEntries"];
        put?: never;
        post: operations["Heats_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats/{id}/entries/{entryId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Heats_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Heats_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Heats_standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/heats/{id}/tie": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Heats_decideTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Home_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/exams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MyExams_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/exams/{examId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MyExams_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Judging_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Operations_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Operations_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/org-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People_orgUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Papers_list"];
        put?: never;
        post: operations["Papers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Papers_get"];
        put: operations["Papers_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Papers_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/boards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Public_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/boards/{heatId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Public_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/heats/{id}/entries/{startNumber}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Public_explanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionImports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionImports_get"];
        put?: never;
        post?: never;
        delete: operations["QuestionImports_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionImports_commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["QuestionImports_map"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["References_list"];
        put?: never;
        post: operations["References_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/references/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["References_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/references/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["References_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Session_show"];
        put?: never;
        post: operations["Session_signIn"];
        delete: operations["Session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/locale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Session_setLocale"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Setup_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stages/{id}/judging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Judging_tablet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stages/{id}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Judging_panel"];
        put?: never;
        post: operations["Judging_writePanel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiers/{id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Tiers_advance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiers/{id}/advancement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Tiers_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiers/{id}/exam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Tiers_scheduleExam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zone-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People_zonePlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description POST /api/v1/exams/{id}/candidates */
        AddCandidates: {
            personIds: components["schemas"]["Id"][];
        };
        /** @description GET /api/v1/tiers/{id}/advancement: what advancing would do; nothing is written. */
        AdvancementPreview: {
            blockers: {
                code: string;
                heatId: components["schemas"]["Id"] | null;
                params: {
                    [key: string]: unknown;
                };
            }[];
            /** @description Send it back with the act: a result that changed in between is refused. */
            digest: string;
            heats: {
                advancing: {
                    entryId: components["schemas"]["Id"];
                    name: string;
                    rank: number;
                    unit: components["schemas"]["OrgUnitRef"];
                }[];
                heatId: components["schemas"]["Id"];
                nextHeatId: components["schemas"]["Id"];
                reserves: {
                    entryId: components["schemas"]["Id"];
                    name: string;
                    rank: number;
                }[];
                title: components["schemas"]["Title"];
            }[];
            nextTierId: components["schemas"]["Id"] | null;
            ready: boolean;
            tierId: components["schemas"]["Id"];
        };
        AdvancementView: {
            advanced: number;
            advancedAt: components["schemas"]["Instant"];
            nextTierId: components["schemas"]["Id"];
            /** @enum {string} */
            state: "preparing" | "ready" | "failed";
            tierId: components["schemas"]["Id"];
        };
        /** @enum {string} */
        AdvanceStatus: "advances" | "reserve" | "out" | "pending";
        /** @description POST /api/v1/tiers/{id}/advance */
        AdvanceTier: {
            digest: string;
        };
        /** @enum {string} */
        AssignmentObject: "edition" | "heat" | "stage" | "exam";
        /**
         * @description Held on one object, from – to.
         * @enum {string}
         */
        AssignmentRole: "judge" | "chief_judge" | "scorekeeper" | "invigilator" | "chief_invigilator" | "marker" | "chief_marker" | "host";
        /** @description GET /api/v1/attempts/{id}/result: only after release, an allow-list. */
        AttemptResultView: {
            attemptId: components["schemas"]["Id"];
            passed: boolean | null;
            releasedAt: components["schemas"]["Instant"];
            slots: {
                answered: boolean;
                mark: components["schemas"]["DecimalString"];
                marks: components["schemas"]["DecimalString"];
                number: number;
                slot: string;
            }[];
            title: components["schemas"]["Title"];
            totalMark: components["schemas"]["DecimalString"];
            totalMarks: components["schemas"]["DecimalString"];
        };
        /** @enum {string} */
        AttemptState: "not_started" | "in_progress" | "paused" | "submitted" | "marked" | "released" | "absent" | "postponed" | "cancelled";
        /** @description POST /api/v1/my/exams/{examId}/start and GET /api/v1/attempts/{id} */
        AttemptView: {
            candidate: {
                admissionNumber: string;
                name: string;
                unit: components["schemas"]["Title"];
            };
            /** @description deadline + grace: a save counts iff the database's clock, after the lock, is not later. */
            closesAt: components["schemas"]["Instant"];
            /** @description What the screen counts down to. */
            deadline: components["schemas"]["Instant"];
            durationSeconds: number;
            examId: components["schemas"]["Id"];
            id: components["schemas"]["Id"];
            mode: components["schemas"]["ExamMode"];
            now: components["schemas"]["Instant"];
            references: {
                articles: number;
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            }[];
            /** @description The current saved response per slot. */
            responses: {
                body: components["schemas"]["ResponseBody"];
                receipt: string;
                savedAt: components["schemas"]["Instant"];
                slot: string;
            }[];
            sections: components["schemas"]["CandidateSection"][];
            startedAt: components["schemas"]["Instant"];
            state: components["schemas"]["AttemptState"];
            submission: components["schemas"]["SubmissionView"] | null;
            title: components["schemas"]["Title"];
            /** @description Issued per page load and per takeover; null when another device holds the attempt or it is closed. */
            writer: number | null;
        };
        AuditEventView: {
            action: string;
            actorId: components["schemas"]["Id"] | null;
            at: components["schemas"]["Instant"];
            id: components["schemas"]["Id"];
            objectId: components["schemas"]["Id"];
            objectType: string;
            sealed: boolean;
        };
        AwardView: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "winner" | "winning_unit" | "outstanding_individual";
            person: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            place: number;
            reason: components["schemas"]["Title"];
            title: components["schemas"]["Title"];
            unit: components["schemas"]["OrgUnitRef"];
            value: components["schemas"]["DecimalString"] | null;
        };
        /** @description GET /api/v1/public/boards: what a spectator can open. */
        BoardListItem: {
            edition: components["schemas"]["Title"];
            heatId: components["schemas"]["Id"];
            live: boolean;
            state: components["schemas"]["HeatState"];
            title: components["schemas"]["Title"];
        };
        /** @description GET /api/v1/public/boards/{heatId} and the socket view `board:<heatId>`: public, an allow-list. */
        BoardView: {
            at: components["schemas"]["Instant"];
            awards: {
                kind: string;
                name: string | null;
                place: number;
                title: components["schemas"]["Title"];
                unit: components["schemas"]["Title"];
                value: components["schemas"]["DecimalString"] | null;
            }[];
            cutAfter: number | null;
            edition: components["schemas"]["Title"];
            heatId: components["schemas"]["Id"];
            /** @description Shown after the chief has confirmed it, with struck extremes. */
            latest: {
                judges: {
                    /** @enum {string|null} */
                    dropped: "high" | "low" | null;
                    seat: number;
                    total: components["schemas"]["DecimalString"];
                }[];
                moved: number;
                name: string;
                rank: number | null;
                stages: {
                    contribution: components["schemas"]["DecimalString"] | null;
                    score: components["schemas"]["DecimalString"] | null;
                    title: components["schemas"]["Title"];
                    weight: components["schemas"]["DecimalString"];
                }[];
                startNumber: number;
                total: components["schemas"]["DecimalString"] | null;
                unit: components["schemas"]["Title"];
                zone: components["schemas"]["Title"] | null;
            } | null;
            live: boolean;
            next: {
                startNumber: number;
            } | null;
            onStage: {
                arrived: number;
                judges: number;
                startNumber: number;
            } | null;
            progress: {
                done: number;
                total: number;
            };
            rankStyle: components["schemas"]["RankStyle"];
            revision: number;
            rows: {
                /** @enum {string} */
                advance: "advances" | "reserve" | "out" | "pending";
                moved: number;
                name: string;
                rank: number | null;
                stages: (components["schemas"]["DecimalString"] | null)[];
                startNumber: number;
                total: components["schemas"]["DecimalString"] | null;
                unit: components["schemas"]["Title"];
            }[];
            rule: components["schemas"]["Title"];
            stages: {
                /** @enum {string} */
                kind: "exam" | "judged";
                ordinal: number;
                title: components["schemas"]["Title"];
                weight: components["schemas"]["DecimalString"];
            }[];
            state: components["schemas"]["HeatState"];
            teamRule: components["schemas"]["Title"];
            teams: {
                members: number;
                rank: number;
                total: components["schemas"]["DecimalString"];
                unit: components["schemas"]["Title"];
                zone: components["schemas"]["Title"] | null;
            }[];
            title: components["schemas"]["Title"];
        };
        /** @description Socket `performance.call`: the chief calls the next entry to the stage. */
        CallPerformance: {
            commandId: components["schemas"]["Id"];
            expectedVersion: number;
            performanceId: components["schemas"]["Id"];
        };
        CandidateListItem: {
            admissionNumber: string;
            answered: number;
            id: components["schemas"]["Id"];
            lastSavedAt: components["schemas"]["Instant"] | null;
            person: {
                id: components["schemas"]["Id"];
                name: string;
                staffNumber: string | null;
            };
            startedAt: components["schemas"]["Instant"] | null;
            state: components["schemas"]["AttemptState"];
            submittedAt: components["schemas"]["Instant"] | null;
            totalMark: components["schemas"]["DecimalString"] | null;
            unit: components["schemas"]["OrgUnitRef"];
        };
        /** @description What a candidate may see of one question: an allow-list per kind; an unknown kind shows nothing. */
        CandidateQuestion: {
            html: string;
            kind: components["schemas"]["QuestionKind"];
            marks: components["schemas"]["DecimalString"];
            number: number;
            options: {
                html: string;
                id: string;
            }[];
            scoringText: components["schemas"]["Title"];
            slot: string;
        };
        CandidateSection: {
            instructions: components["schemas"]["Title"] | null;
            questions: components["schemas"]["CandidateQuestion"][];
            title: components["schemas"]["Title"];
        };
        /** @description The chief's desk: every judge's sheet of the performance, who has not sent, spread. */
        ChiefView: {
            chief: boolean;
            criteria: components["schemas"]["CriterionView"][];
            current: {
                alias: string;
                entryId: components["schemas"]["Id"];
                id: components["schemas"]["Id"];
                ordinal: number;
                ownSheet: components["schemas"]["SheetView"] | null;
                /** @description The judge's own total on this performance, once sent. */
                ownTotal: components["schemas"]["DecimalString"] | null;
                sheets: number;
                startedAt: components["schemas"]["Instant"] | null;
                startNumber: number;
                state: components["schemas"]["PerformanceState"];
                version: number;
            } | null;
            heat: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            };
            judgeName: string | null;
            judges: number;
            now: components["schemas"]["Instant"];
            panel: {
                chief: boolean;
                /** @enum {string|null} */
                dropped: "high" | "low" | null;
                name: string;
                online: boolean;
                seat: number;
                sheet: components["schemas"]["SheetView"] | null;
                total: components["schemas"]["DecimalString"] | null;
            }[];
            performances: components["schemas"]["PerformanceSummary"][];
            result: components["schemas"]["DecimalString"] | null;
            revision: number;
            seat: number | null;
            seconds: number | null;
            spread: components["schemas"]["DecimalString"] | null;
            stageId: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
        };
        /** @description `true_false` has the options `T` and `F`. `html` is the restricted subset, sanitised on write. */
        ChoiceContent: {
            html: string;
            kind: components["schemas"]["QuestionKind"];
            options: {
                html: string;
                id: string;
                keepLast?: boolean;
            }[];
            /** @constant */
            schemaVersion: 1;
        };
        /** @description The server's clock; the client's clock decides nothing. */
        ClockView: {
            now: components["schemas"]["Instant"];
        };
        /** @description POST /api/v1/question-imports/{id}/commit → OperationView */
        CommitImport: {
            orgUnitId: components["schemas"]["Id"];
            /** @enum {string} */
            rows: "all" | "good";
            subject?: string;
        };
        /** @description Socket `performance.confirm`: every sheet is in; the score goes to the standing and the board. */
        ConfirmPerformance: {
            commandId: components["schemas"]["Id"];
            expectedVersion: number;
            performanceId: components["schemas"]["Id"];
        };
        CriterionView: {
            hint: components["schemas"]["Title"] | null;
            id: components["schemas"]["Id"];
            max: components["schemas"]["DecimalString"];
            ordinal: number;
            step: components["schemas"]["DecimalString"];
            title: components["schemas"]["Title"];
        };
        /** @description A calendar day of the installation's time zone, `2026-11-23`. */
        Day: string;
        /** @description POST /api/v1/heats/{id}/tie (If-Match): who of those tied across the cut line goes on, exactly as many as there are places left. */
        DecideTie: {
            entryIds: components["schemas"]["Id"][];
            reason: string;
        };
        /** @description An exact decimal as text, for example `"88.01"`. Points, marks and scores are never JSON numbers. */
        DecimalString: string;
        /** @description One thing to do next. The client words it from `kind` and `params`; `href` is a path of the web client. */
        Duty: {
            at: components["schemas"]["Instant"] | null;
            href: string;
            kind: components["schemas"]["DutyKind"];
            params: {
                [key: string]: string | number;
            };
            title: components["schemas"]["Title"];
            urgent: boolean;
        };
        /** @enum {string} */
        DutyKind: "exam.sit" | "exam.upcoming" | "exam.result" | "stage.judge" | "stage.chief" | "exam.prepare" | "exam.running" | "heat.confirm" | "tier.advance" | "heat.setup" | "bank.import" | "audit.watch" | "contest.follow";
        EditionListItem: {
            competitionId: components["schemas"]["Id"];
            heats: {
                confirmed: number;
                total: number;
            };
            id: components["schemas"]["Id"];
            jobField: components["schemas"]["Title"] | null;
            orgUnit: components["schemas"]["OrgUnitRef"];
            people: number;
            /** @enum {string} */
            state: "draft" | "running" | "finished";
            title: components["schemas"]["Title"];
            version: number;
            year: number;
        };
        /** @description GET /api/v1/editions/{id}: the whole graph of it. */
        EditionView: {
            awards: components["schemas"]["AwardView"][];
            competitionId: components["schemas"]["Id"];
            finalOn: components["schemas"]["Day"] | null;
            heats: {
                confirmed: number;
                total: number;
            };
            id: components["schemas"]["Id"];
            jobField: components["schemas"]["Title"] | null;
            orgUnit: components["schemas"]["OrgUnitRef"];
            people: number;
            revision: number;
            /** @enum {string} */
            state: "draft" | "running" | "finished";
            tiers: components["schemas"]["TierView"][];
            title: components["schemas"]["Title"];
            version: number;
            year: number;
        };
        /** @description POST /api/v1/heats/{id}/entries */
        EnterPeople: {
            personIds: components["schemas"]["Id"][];
        };
        /** @enum {string} */
        EntryState: "entered" | "withdrawn" | "injured" | "absent" | "disqualified";
        EntryView: {
            alias: string;
            id: components["schemas"]["Id"];
            person: {
                id: components["schemas"]["Id"];
                name: string;
            };
            startNumber: number;
            state: components["schemas"]["EntryState"];
            unit: components["schemas"]["OrgUnitRef"];
        };
        ExamListItem: {
            candidates: number;
            counts: {
                absent: number;
                cancelled: number;
                in_progress: number;
                marked: number;
                not_started: number;
                paused: number;
                postponed: number;
                released: number;
                submitted: number;
            };
            durationSeconds: number;
            editionId: components["schemas"]["Id"] | null;
            id: components["schemas"]["Id"];
            lateUntil: components["schemas"]["Instant"];
            mode: components["schemas"]["ExamMode"];
            opensAt: components["schemas"]["Instant"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            state: components["schemas"]["ExamState"];
            title: components["schemas"]["Title"];
            version: number;
        };
        /** @enum {string} */
        ExamMode: "closed" | "open";
        /**
         * @description Preparing: forms are being drawn; ready: every candidate has one.
         * @enum {string}
         */
        ExamState: "draft" | "preparing" | "ready" | "failed" | "closed" | "cancelled";
        ExamView: {
            candidates: number;
            counts: {
                absent: number;
                cancelled: number;
                in_progress: number;
                marked: number;
                not_started: number;
                paused: number;
                postponed: number;
                released: number;
                submitted: number;
            };
            durationSeconds: number;
            editionId: components["schemas"]["Id"] | null;
            graceSeconds: number;
            id: components["schemas"]["Id"];
            lateUntil: components["schemas"]["Instant"];
            mode: components["schemas"]["ExamMode"];
            opensAt: components["schemas"]["Instant"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            paper: {
                id: components["schemas"]["Id"];
                questions: number;
                title: components["schemas"]["Title"];
                totalMarks: components["schemas"]["DecimalString"];
                versionId: components["schemas"]["Id"];
            };
            passMark: components["schemas"]["DecimalString"] | null;
            /** @description Filled when preparing failed. */
            problem: {
                code: string;
                params: {
                    [key: string]: unknown;
                };
            } | null;
            references: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            }[];
            revision: number;
            state: components["schemas"]["ExamState"];
            title: components["schemas"]["Title"];
            version: number;
        };
        /** @description One comparison that was looked at for a placing, in order. */
        ExplanationStep: {
            key: string;
            other: components["schemas"]["DecimalString"] | null;
            /** @enum {string} */
            outcome: "equal" | "decided" | "unused";
            own: components["schemas"]["DecimalString"] | null;
            title: components["schemas"]["Title"];
        };
        /** @description POST /api/v1/exams/{id}/extend: everyone still sitting. */
        ExtendExam: {
            reason: string;
            seconds: number;
        };
        FieldProblem: {
            code: string;
            params?: {
                [key: string]: unknown;
            };
            path: string;
        };
        /**
         * @description Granted at an organization node, valid for its subtree.
         * @enum {string}
         */
        GrantRole: "system_admin" | "security_admin" | "audit_admin" | "organizer" | "question_author" | "question_reviewer" | "team_leader" | "leader" | "supervisor";
        /** @description POST /api/v1/grants */
        GrantRoleCommand: {
            orgUnitId: components["schemas"]["Id"];
            personId: components["schemas"]["Id"];
            role: components["schemas"]["GrantRole"];
        };
        GrantView: {
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            person: {
                id: components["schemas"]["Id"];
                name: string;
            };
            role: components["schemas"]["GrantRole"];
            validFrom: components["schemas"]["Instant"];
            validTo: components["schemas"]["Instant"] | null;
        };
        HealthView: {
            checks: {
                [key: string]: {
                    detail?: string;
                    ok: boolean;
                };
            };
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        /**
         * @description setup → running → provisional (every result in) → confirmed (the organizer has checked it) → published. A heat whose entries or exam are still being made is `preparing`, or `failed` with a problem.
         * @enum {string}
         */
        HeatState: "setup" | "preparing" | "failed" | "ready" | "running" | "provisional" | "confirmed" | "published";
        HeatSummary: {
            advancing: number | null;
            entries: number;
            /** @description The unit, or the zone's lead unit, that holds it. */
            host: components["schemas"]["OrgUnitRef"];
            id: components["schemas"]["Id"];
            nextHeatId: components["schemas"]["Id"] | null;
            problem: {
                code: string;
                params: {
                    [key: string]: unknown;
                };
            } | null;
            stages: components["schemas"]["StageSummary"][];
            state: components["schemas"]["HeatState"];
            tierId: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
            unit: components["schemas"]["OrgUnitRef"] | null;
            version: number;
            zone: {
                code: string;
                title: components["schemas"]["Title"];
            } | null;
        };
        /** @description GET /api/v1/home */
        HomeView: {
            duties: components["schemas"]["Duty"][];
            live: {
                detail: components["schemas"]["Title"];
                done: number;
                href: string;
                title: components["schemas"]["Title"];
                total: number;
            }[];
            now: components["schemas"]["Instant"];
            /** @description The year's account, for organizers and leaders; each counted from stored rows. */
            year: {
                attempts: number;
                editions: number;
                exams: number;
                people: number;
            } | null;
        };
        /** @description UUIDv7, made by the application. */
        Id: string;
        /** @enum {string} */
        ImportField: "ignore" | "number" | "kind" | "stem" | "key" | "marks" | "explanation" | "subject" | "difficulty" | "source" | "optionA" | "optionB" | "optionC" | "optionD" | "optionE" | "optionF" | "optionG" | "optionH";
        /** @description RFC 3339 in UTC with milliseconds, for example `2026-11-23T06:02:11.000Z`. */
        Instant: string;
        /** @description GET /api/v1/stages/{id}/judging and the socket view `judging:<stageId>`: aliases only, never names. */
        JudgingView: {
            chief: boolean;
            criteria: components["schemas"]["CriterionView"][];
            current: {
                alias: string;
                entryId: components["schemas"]["Id"];
                id: components["schemas"]["Id"];
                ordinal: number;
                ownSheet: components["schemas"]["SheetView"] | null;
                /** @description The judge's own total on this performance, once sent. */
                ownTotal: components["schemas"]["DecimalString"] | null;
                sheets: number;
                startedAt: components["schemas"]["Instant"] | null;
                startNumber: number;
                state: components["schemas"]["PerformanceState"];
                version: number;
            } | null;
            heat: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            };
            judgeName: string | null;
            judges: number;
            now: components["schemas"]["Instant"];
            performances: components["schemas"]["PerformanceSummary"][];
            revision: number;
            seat: number | null;
            seconds: number | null;
            stageId: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
        };
        /** @description What every list accepts. `sort` names a field of the list's allow-list, `-` before it turns it round. */
        ListQuery: {
            cursor?: string;
            limit?: number;
            q?: string;
            sort?: string;
        };
        /** @enum {string} */
        Locale: "zh-CN" | "en";
        /** @description PUT /api/v1/question-imports/{id}/mapping */
        MapImport: {
            fields: components["schemas"]["ImportField"][];
        };
        /**
         * @description How a multiple-choice response earns its fraction (rules.md §1).
         * @enum {string}
         */
        MultipleScoring: "all_or_nothing" | "partial_per_right" | "right_minus_wrong";
        /** @description GET /api/v1/my/exams: the candidate's own list, an allow-list. */
        MyExamItem: {
            admissionNumber: string;
            attemptId: components["schemas"]["Id"] | null;
            closesAt: components["schemas"]["Instant"] | null;
            durationSeconds: number;
            examId: components["schemas"]["Id"];
            lateUntil: components["schemas"]["Instant"];
            mode: components["schemas"]["ExamMode"];
            opensAt: components["schemas"]["Instant"];
            questions: number;
            ready: boolean;
            state: components["schemas"]["AttemptState"];
            title: components["schemas"]["Title"];
            /** @description Only after release. */
            totalMark: components["schemas"]["DecimalString"] | null;
            totalMarks: components["schemas"]["DecimalString"];
        };
        /** @description GET /api/v1/my/stages: the stages a judge is on the panel of, those of running heats first. */
        MyStage: {
            chief: boolean;
            heat: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            };
            stageId: components["schemas"]["Id"];
            state: components["schemas"]["HeatState"];
            title: components["schemas"]["Title"];
        };
        /** @enum {string} */
        OperationState: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        /** @description Long work: poll `/api/v1/operations/{id}`. */
        OperationView: {
            cancellable: boolean;
            createdAt: components["schemas"]["Instant"];
            done: number;
            id: components["schemas"]["Id"];
            kind: string;
            problem: {
                code: string;
                params: {
                    [key: string]: unknown;
                };
            } | null;
            result: {
                [key: string]: unknown;
            } | null;
            state: components["schemas"]["OperationState"];
            total: number | null;
        };
        OrgUnitRef: {
            code: string;
            id: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
        };
        OrgUnitView: {
            code: string;
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "system" | "unit" | "department";
            parentId: components["schemas"]["Id"] | null;
            people: number;
            title: components["schemas"]["Title"];
        };
        PaperListItem: {
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            questions: number;
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            title: components["schemas"]["Title"];
            totalMarks: components["schemas"]["DecimalString"];
            updatedAt: components["schemas"]["Instant"];
            version: number;
            versionId: components["schemas"]["Id"] | null;
        };
        PaperSection: {
            instructions?: components["schemas"]["Title"];
            slots: components["schemas"]["PaperSlot"][];
            title: components["schemas"]["Title"];
        };
        PaperSlot: {
            marks: components["schemas"]["DecimalString"];
            questionVersionId: components["schemas"]["Id"];
            scoring: components["schemas"]["MultipleScoring"];
            /** @description Stable within the paper. */
            slot: string;
        };
        PaperView: {
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            problems: components["schemas"]["FieldProblem"][];
            questions: number;
            sections: {
                instructions?: components["schemas"]["Title"];
                slots: {
                    code: string;
                    excerpt: string;
                    kind: components["schemas"]["QuestionKind"];
                    marks: components["schemas"]["DecimalString"];
                    questionVersionId: components["schemas"]["Id"];
                    scoring: components["schemas"]["MultipleScoring"];
                    /** @description Stable within the paper. */
                    slot: string;
                }[];
                title: components["schemas"]["Title"];
            }[];
            shuffleOptions: boolean;
            shuffleQuestions: boolean;
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            title: components["schemas"]["Title"];
            totalMarks: components["schemas"]["DecimalString"];
            updatedAt: components["schemas"]["Instant"];
            version: number;
            versionId: components["schemas"]["Id"] | null;
        };
        /** @enum {string} */
        PerformanceState: "waiting" | "on_stage" | "scored" | "confirmed";
        PerformanceSummary: {
            alias: string;
            entryId: components["schemas"]["Id"];
            id: components["schemas"]["Id"];
            ordinal: number;
            /** @description The judge's own total on this performance, once sent. */
            ownTotal: components["schemas"]["DecimalString"] | null;
            sheets: number;
            startNumber: number;
            state: components["schemas"]["PerformanceState"];
            version: number;
        };
        PersonView: {
            account: {
                disabled: boolean;
                id: components["schemas"]["Id"];
                username: string;
                version: number;
            } | null;
            department: components["schemas"]["OrgUnitRef"] | null;
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "staff" | "guest";
            name: string;
            staffNumber: string | null;
            /** @enum {string} */
            state: "on_duty" | "seconded" | "left" | "retired";
            unit: components["schemas"]["OrgUnitRef"] | null;
        };
        /** @description RFC 9457 problem+json; over sockets the same body is the ack's `problem`. */
        Problem: {
            code: string;
            errors?: components["schemas"]["FieldProblem"][];
            params: {
                [key: string]: unknown;
            };
            requestId?: string;
            status: number;
            /** @description In the language of the request. */
            title: string;
            type: string;
        };
        QuestionContent: components["schemas"]["ChoiceContent"];
        /** @description POST /api/v1/question-imports (multipart `file`): nothing is stored in the bank before the commit. */
        QuestionImportView: {
            byKind: {
                count: number;
                kind: components["schemas"]["QuestionKind"];
            }[];
            columns: {
                field: components["schemas"]["ImportField"];
                heading: string;
                index: number;
                samples: string[];
            }[];
            /** @enum {string} */
            encoding: "utf-8" | "gb18030";
            fileName: string;
            id: components["schemas"]["Id"];
            operationId: components["schemas"]["Id"] | null;
            preview: {
                correct: string[];
                kind: components["schemas"]["QuestionKind"];
                line: number;
                options: string[];
                stem: string;
            }[];
            /** @description At most 500; `line` is the line of the file, from 1. */
            problems: {
                code: string;
                column: string | null;
                line: number;
                params: {
                    [key: string]: unknown;
                };
            }[];
            rows: {
                bad: number;
                duplicates: number;
                good: number;
                total: number;
            };
            /** @enum {string} */
            state: "mapped" | "committing" | "committed" | "discarded";
            version: number;
        };
        /** @description Stands in a table of its own that candidate queries cannot join. */
        QuestionKey: {
            correct: string[];
            explanation: string | null;
            /** @constant */
            schemaVersion: 1;
        };
        /**
         * @description Kinds marked by machine in this version; the union widens, `schemaVersion` tells which shape a stored one has.
         * @enum {string}
         */
        QuestionKind: "single" | "multiple" | "true_false";
        QuestionListItem: {
            code: string;
            difficulty: number | null;
            excerpt: string;
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuestionKind"];
            number: number;
            orgUnit: components["schemas"]["OrgUnitRef"];
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            subject: string | null;
            updatedAt: components["schemas"]["Instant"];
            versionId: components["schemas"]["Id"];
        };
        QuestionView: {
            code: string;
            content: components["schemas"]["QuestionContent"];
            difficulty: number | null;
            excerpt: string;
            id: components["schemas"]["Id"];
            key: components["schemas"]["QuestionKey"];
            kind: components["schemas"]["QuestionKind"];
            number: number;
            orgUnit: components["schemas"]["OrgUnitRef"];
            source: string | null;
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            subject: string | null;
            updatedAt: components["schemas"]["Instant"];
            versionId: components["schemas"]["Id"];
        };
        /** @description GET /api/v1/heats/{id}/entries/{entryId}/explanation */
        RankExplanation: {
            advance: components["schemas"]["AdvanceStatus"];
            edition: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            };
            entry: {
                id: components["schemas"]["Id"];
                name: string;
                rank: number | null;
                startNumber: number;
                total: components["schemas"]["DecimalString"] | null;
                unit: components["schemas"]["OrgUnitRef"];
            };
            heat: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            };
            /** @description The neighbour it is compared with: the next above among equals, or the next below. */
            other: {
                id: components["schemas"]["Id"];
                name: string;
                rank: number | null;
                total: components["schemas"]["DecimalString"] | null;
                unit: components["schemas"]["OrgUnitRef"];
            } | null;
            rule: {
                en: string;
                /** @enum {string} */
                figures: "published" | "exact";
                scale: number;
                zh: string;
            };
            stages: {
                contribution: components["schemas"]["DecimalString"] | null;
                /** @description Exam stages. */
                exam: {
                    mark: components["schemas"]["DecimalString"];
                    marks: components["schemas"]["DecimalString"];
                    submittedAt: components["schemas"]["Instant"] | null;
                } | null;
                id: components["schemas"]["Id"];
                /** @description Judged stages: each judge's total and whether it counted. */
                judges: {
                    criteria: {
                        mark: components["schemas"]["DecimalString"];
                        max: components["schemas"]["DecimalString"];
                        title: components["schemas"]["Title"];
                    }[];
                    /** @enum {string|null} */
                    dropped: "high" | "low" | null;
                    seat: number;
                    total: components["schemas"]["DecimalString"];
                }[] | null;
                kind: components["schemas"]["StageKind"];
                score: components["schemas"]["DecimalString"] | null;
                title: components["schemas"]["Title"];
                weight: components["schemas"]["DecimalString"];
            }[];
            steps: components["schemas"]["ExplanationStep"][];
            verified: boolean;
        };
        /** @enum {string} */
        RankStyle: "1224" | "1223" | "shared_mean";
        /** @description One article (条) of a regulation, under its chapter (章). */
        ReferenceArticle: {
            chapter: string | null;
            id: components["schemas"]["Id"];
            label: string;
            ordinal: number;
            text: string;
        };
        /** @description GET /api/v1/attempts/{id}/references/search?q= */
        ReferenceHit: {
            article: components["schemas"]["ReferenceArticle"];
            referenceId: components["schemas"]["Id"];
            referenceTitle: components["schemas"]["Title"];
        };
        ReferenceListItem: {
            articles: number;
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            title: components["schemas"]["Title"];
            updatedAt: components["schemas"]["Instant"];
        };
        ReferenceView: {
            articleList: components["schemas"]["ReferenceArticle"][];
            articles: number;
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            title: components["schemas"]["Title"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description Socket `sheet.reopen`: the chief asks one judge to score again; the old sheet stays in the history. */
        ReopenSheet: {
            commandId: components["schemas"]["Id"];
            /** @description The version of that judge's sheet. */
            expectedVersion: number;
            performanceId: components["schemas"]["Id"];
            reason: string;
            seat: number;
        };
        /** @description The body of a response: the ids of the chosen options, sorted. */
        ResponseBody: {
            chosen: string[];
            flagged?: boolean;
        };
        /** @description The aggregate moved to revision `to`; read the snapshot again if it is newer than yours. */
        RevisionRaised: {
            room: string;
            to: number;
        };
        /**
         * @description What a view is of. A room is `<kind>:<id>`; who may join is the policy's to say. `board`: public. `judging`: judges of the stage. `chief`: its chief. `heat`: organizers. `exam`: invigilators and organizers. `attempt`: its candidate.
         * @enum {string}
         */
        RoomKind: "board" | "judging" | "chief" | "heat" | "edition" | "exam" | "attempt";
        SaveAck: {
            outcome: components["schemas"]["SaveOutcome"];
            /** @description The row's hash, hex; the candidate can keep and check it. */
            receipt: string | null;
            savedAt: components["schemas"]["Instant"] | null;
            seq: number;
            slot: string;
            writer: number;
        };
        SaveAnswer: {
            acks: components["schemas"]["SaveAck"][];
            closesAt: components["schemas"]["Instant"];
            now: components["schemas"]["Instant"];
        };
        /** @description POST /api/v1/attempts/{id}/saves: answered after commit. At most 50 items. */
        SaveCommand: {
            items: components["schemas"]["SaveItem"][];
        };
        SaveItem: {
            body: components["schemas"]["ResponseBody"];
            seq: number;
            slot: string;
            writer: number;
        };
        /** @enum {string} */
        SaveOutcome: "stored" | "superseded" | "replay" | "conflict" | "closed" | "busy";
        /** @description POST /api/v1/tiers/{id}/exam: one exam for the exam stages of the tier's heats. */
        ScheduleTierExam: {
            durationSeconds: number;
            lateUntil: components["schemas"]["Instant"];
            mode: components["schemas"]["ExamMode"];
            opensAt: components["schemas"]["Instant"];
            paperId: components["schemas"]["Id"];
            referenceIds: components["schemas"]["Id"][];
            stageOrdinal: number;
            title: components["schemas"]["Title"];
        };
        /** @description GET and POST /api/v1/session: who is signed in and what they may see. Send `csrfToken` back in `X-CSRF-Token`. */
        SessionView: {
            account: {
                id: components["schemas"]["Id"];
                locale: components["schemas"]["Locale"];
                username: string;
            };
            assignments: {
                objectId: components["schemas"]["Id"];
                objectType: components["schemas"]["AssignmentObject"];
                role: components["schemas"]["AssignmentRole"];
            }[];
            csrfToken: string;
            expiresAt: components["schemas"]["Instant"];
            grants: {
                orgUnit: components["schemas"]["OrgUnitRef"];
                role: components["schemas"]["GrantRole"];
            }[];
            now: components["schemas"]["Instant"];
            person: {
                id: components["schemas"]["Id"];
                name: string;
                unit: components["schemas"]["OrgUnitRef"] | null;
            };
        };
        /** @description PUT /api/v1/session/locale */
        SetLocale: {
            locale: components["schemas"]["Locale"];
        };
        /** @description POST /api/v1/setup: the first administrator, with the one-time link that the server printed. */
        SetUp: {
            name: string;
            organization: components["schemas"]["Title"];
            /** @description At least 12 characters. */
            password: string;
            token: string;
            username: string;
        };
        SheetView: {
            comment: string;
            id: components["schemas"]["Id"];
            marks: {
                criterionId: components["schemas"]["Id"];
                mark: components["schemas"]["DecimalString"];
            }[];
            performanceId: components["schemas"]["Id"];
            submittedAt: components["schemas"]["Instant"];
            total: components["schemas"]["DecimalString"];
            version: number;
        };
        /** @description POST /api/v1/session */
        SignIn: {
            password: string;
            username: string;
        };
        /** @enum {string} */
        StageKind: "exam" | "judged";
        /** @enum {string} */
        StageResultState: "pending" | "scored" | "absent" | "withdrawn" | "injured" | "disqualified";
        StageSummary: {
            exam: {
                id: components["schemas"]["Id"];
                mode: components["schemas"]["ExamMode"];
                opensAt: components["schemas"]["Instant"];
                state: components["schemas"]["ExamState"];
                title: components["schemas"]["Title"];
            } | null;
            id: components["schemas"]["Id"];
            kind: components["schemas"]["StageKind"];
            ordinal: number;
            results: {
                scored: number;
                total: number;
            };
            title: components["schemas"]["Title"];
            weight: components["schemas"]["DecimalString"];
        };
        StandingRow: {
            advance: components["schemas"]["AdvanceStatus"];
            entryId: components["schemas"]["Id"];
            /** @description Places won (+) or lost (−) by the last change. */
            moved: number;
            /** @description Null while the stage is judged blind and not yet published. */
            name: string | null;
            rank: number | null;
            reserve: number | null;
            stages: {
                score: components["schemas"]["DecimalString"] | null;
                stageId: components["schemas"]["Id"];
                state: components["schemas"]["StageResultState"];
            }[];
            startNumber: number;
            state: components["schemas"]["EntryState"];
            tiedAtCut: boolean;
            total: components["schemas"]["DecimalString"] | null;
            unit: components["schemas"]["OrgUnitRef"];
        };
        /** @description GET /api/v1/heats/{id}/standing */
        StandingView: {
            at: components["schemas"]["Instant"];
            cut: {
                afterRank: number | null;
                quota: number | null;
                tieAcrossCut: boolean;
            };
            edition: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            };
            heat: components["schemas"]["HeatSummary"];
            revision: number;
            rows: components["schemas"]["StandingRow"][];
            rule: components["schemas"]["TierRule"];
        };
        /** @description POST /api/v1/attempts/{id}/submit; repeating it changes nothing. */
        SubmissionView: {
            answered: number;
            attemptId: components["schemas"]["Id"];
            questions: number;
            /** @description Hash over the receipts of the current responses in slot order. */
            receipt: string;
            state: components["schemas"]["AttemptState"];
            submittedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            submittedBy: "candidate" | "clock" | "invigilator";
        };
        /** @description Socket `sheet.submit`. `expectedVersion` is 0 for the first sheet. A replay of `commandId` gets the first answer again. */
        SubmitSheet: {
            commandId: components["schemas"]["Id"];
            comment: string;
            expectedVersion: number;
            marks: {
                criterionId: components["schemas"]["Id"];
                mark: components["schemas"]["DecimalString"];
            }[];
            performanceId: components["schemas"]["Id"];
        };
        /** @description POST /api/v1/attempts/{id}/takeover → AttemptView with a new writer */
        TakeoverCommand: {
            reason?: string;
        };
        /** @enum {string} */
        TieAtCut: "include_all" | "exclude_all" | "chief_decides";
        /** @description Which stage decides next among equals; compared in this order. */
        TieBreakKey: {
            /** @enum {string} */
            direction: "desc" | "asc";
            /** @constant */
            kind: "stage";
            ordinal: number;
        } | {
            /** @constant */
            direction: "asc";
            /** @constant */
            kind: "submitted_at";
        };
        /** @enum {string} */
        TierKind: "unit" | "zone" | "system";
        TierRule: {
            /**
             * @description A total is computed from published (rounded) stage scores, or from the exact ones.
             * @enum {string}
             */
            figures: "published" | "exact";
            quotaPerHeat: number | null;
            rankStyle: components["schemas"]["RankStyle"];
            reserves: number;
            /** @description Decimal places of stage scores and totals, rounded half up once. */
            scale: number;
            tieAtCut: components["schemas"]["TieAtCut"];
            tieBreaks: components["schemas"]["TieBreakKey"][];
        };
        TierView: {
            advancedAt: components["schemas"]["Instant"] | null;
            heats: components["schemas"]["HeatSummary"][];
            id: components["schemas"]["Id"];
            kind: components["schemas"]["TierKind"];
            level: number;
            rule: components["schemas"]["TierRule"];
            title: components["schemas"]["Title"];
        };
        /** @description A text that organizers write; Chinese is always there. */
        Title: {
            en?: string;
            zh: string;
        };
        WatchCommand: {
            room: string;
        };
        /** @description POST /api/v1/editions: makes the competition (or its next edition), its tiers and one heat per unit and zone. */
        WriteEdition: {
            competitionId?: components["schemas"]["Id"];
            finalOn?: components["schemas"]["Day"];
            jobField?: components["schemas"]["Title"];
            orgUnitId: components["schemas"]["Id"];
            tiers: components["schemas"]["WriteTier"][];
            title: components["schemas"]["Title"];
            /** @description The units that hold a preliminary; zones without one of them get no heat. */
            unitIds: components["schemas"]["Id"][];
            year: number;
            zonePlanId: components["schemas"]["Id"];
        };
        /** @description POST /api/v1/exams; an exam of a contest is made by POST /api/v1/tiers/{id}/exam instead. */
        WriteExam: {
            durationSeconds: number;
            graceSeconds?: number;
            /** @description Nobody may start later. */
            lateUntil: components["schemas"]["Instant"];
            mode: components["schemas"]["ExamMode"];
            opensAt: components["schemas"]["Instant"];
            orgUnitId: components["schemas"]["Id"];
            paperId: components["schemas"]["Id"];
            passMark?: components["schemas"]["DecimalString"] | null;
            referenceIds: components["schemas"]["Id"][];
            title: components["schemas"]["Title"];
        };
        /** @description POST /api/v1/stages/{id}/panel */
        WritePanel: {
            criteria: {
                hint?: components["schemas"]["Title"];
                max: components["schemas"]["DecimalString"];
                step: components["schemas"]["DecimalString"];
                title: components["schemas"]["Title"];
            }[];
            dropHigh: number;
            dropLow: number;
            judges: {
                chief: boolean;
                personId: components["schemas"]["Id"];
                seat: number;
            }[];
            /** @description Seconds one performance may take; null: not timed. */
            seconds: number | null;
        };
        /** @description POST /api/v1/papers, PUT /api/v1/papers/{id} (If-Match) */
        WritePaper: {
            orgUnitId: components["schemas"]["Id"];
            sections: components["schemas"]["PaperSection"][];
            shuffleOptions: boolean;
            shuffleQuestions: boolean;
            title: components["schemas"]["Title"];
        };
        /** @description POST /api/v1/references: Markdown or plain text with 第…章 and 第…条. */
        WriteReference: {
            orgUnitId: components["schemas"]["Id"];
            text: string;
            title: components["schemas"]["Title"];
        };
        WriteTier: {
            kind: components["schemas"]["TierKind"];
            rule: components["schemas"]["TierRule"];
            stages: {
                kind: components["schemas"]["StageKind"];
                title: components["schemas"]["Title"];
                weight: components["schemas"]["DecimalString"];
            }[];
            title: components["schemas"]["Title"];
        };
        /** @description A dated grouping of units for training and contests. */
        ZonePlanView: {
            id: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
            validFrom: components["schemas"]["Day"];
            validTo: components["schemas"]["Day"] | null;
            zones: components["schemas"]["ZoneView"][];
        };
        ZoneView: {
            code: string;
            id: components["schemas"]["Id"];
            leadUnit: components["schemas"]["OrgUnitRef"];
            title: components["schemas"]["Title"];
            units: components["schemas"]["OrgUnitRef"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    People_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PersonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PersonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AttemptView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_reference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferenceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_searchReferences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferenceHit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceHit"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AttemptResultView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptResultView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCommand"];
            };
        };
        responses: {
            /** @description SaveAnswer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaveAnswer"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SubmissionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Attempts_takeover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeoverCommand"];
            };
        };
        responses: {
            /** @description AttemptView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Grants_auditEvents: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AuditEventView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEventView"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Clock_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ClockView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Editions_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description EditionListItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EditionListItem"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Editions_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteEdition"];
            };
        };
        responses: {
            /** @description EditionView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Editions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description EditionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Editions_grantAwards: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description EditionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description EntryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ExamListItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExamListItem"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteExam"];
            };
        };
        responses: {
            /** @description ExamView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ExamView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ExamView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_listCandidates: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
                state?: "not_started" | "in_progress" | "paused" | "submitted" | "marked" | "released" | "absent" | "postponed" | "cancelled";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CandidateListItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CandidateListItem"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_addCandidates: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCandidates"];
            };
        };
        responses: {
            /** @description ExamView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_extend: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendExam"];
            };
        };
        responses: {
            /** @description OperationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_prepare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ExamView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Exams_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ExamView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Grants_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GrantView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GrantView"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Grants_grant: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRole"];
            };
        };
        responses: {
            /** @description GrantView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Grants_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description StandingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_listEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description EntryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_enter: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterPeople"];
            };
        };
        responses: {
            /** @description EntryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryView"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_explanation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RankExplanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankExplanation"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description StandingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_standing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description StandingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Heats_decideTie: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideTie"];
            };
        };
        responses: {
            /** @description StandingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Home_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HomeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MyExams_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MyExamItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyExamItem"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MyExams_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                examId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AttemptView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Judging_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MyStage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyStage"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Operations_view: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OperationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Operations_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OperationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_orgUnits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OrgUnitView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgUnitView"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Papers_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PaperListItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaperListItem"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Papers_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritePaper"];
            };
        };
        responses: {
            /** @description PaperView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Papers_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PaperView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Papers_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritePaper"];
            };
        };
        responses: {
            /** @description PaperView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Papers_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PaperView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description This org unit and everything below it */
                orgUnitId?: string;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PersonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonView"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Public_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description BoardListItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardListItem"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Public_board: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                heatId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description BoardView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Public_explanation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                startNumber: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RankExplanation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankExplanation"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QuestionImports_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description QuestionImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionImportView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QuestionImports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionImportView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QuestionImports_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QuestionImports_commit: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitImport"];
            };
        };
        responses: {
            /** @description OperationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    QuestionImports_map: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapImport"];
            };
        };
        responses: {
            /** @description QuestionImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionImportView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Questions_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                kind?: "single" | "multiple" | "true_false";
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
                state?: "draft" | "published" | "retired";
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionListItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuestionListItem"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Questions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Questions_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    References_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferenceListItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReferenceListItem"][];
                        next: string | null;
                        total?: number;
                    };
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    References_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteReference"];
            };
        };
        responses: {
            /** @description ReferenceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    References_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferenceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    References_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteReference"];
            };
        };
        responses: {
            /** @description ReferenceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description SessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_setLocale: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLocale"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Setup_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Judging_tablet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JudgingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgingView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Judging_panel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ChiefView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChiefView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Judging_writePanel: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WritePanel"];
            };
        };
        responses: {
            /** @description ChiefView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChiefView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Tiers_advance: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceTier"];
            };
        };
        responses: {
            /** @description AdvancementView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvancementView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Tiers_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AdvancementPreview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvancementPreview"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Tiers_scheduleExam: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleTierExam"];
            };
        };
        responses: {
            /** @description EditionView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    People_zonePlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ZonePlanView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZonePlanView"][];
                };
            };
            /** @description problem+json */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
