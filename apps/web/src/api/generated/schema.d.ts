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
    "/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Assets_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Assets_read"];
        put?: never;
        post?: never;
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
    "/api/v1/attempts/{id}/acks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AttemptLive_acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/event-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AttemptLive_eventLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AttemptFiles_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/files/{assetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AttemptFiles_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["AttemptLive_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AttemptLive_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OpenBook_notes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/notes/{articleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["OpenBook_writeNote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenBook_open"];
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
    "/api/v1/attempts/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenBook_enterStep"];
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
    "/api/v1/dictionaries/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Dictionaries_list"];
        put?: never;
        post: operations["Dictionaries_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dictionaries/{name}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Dictionaries_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dictionaries/{name}/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Dictionaries_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dictionaries/{name}/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Dictionaries_restore"];
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
        put: operations["Exams_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/awaiting-marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Marks_list"];
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
        get: operations["Candidates_list"];
        put?: never;
        post: operations["Candidates_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/candidates/{candidateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Candidates_get"];
        put: operations["Candidates_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/candidates/{candidateId}/entry-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Candidates_issueCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/candidates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Candidates_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/candidates/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Candidates_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/candidates/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Candidates_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/candidates/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Candidates_select"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Exams_previewChange"];
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
    "/api/v1/exams/{id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Invigilation_listIncidents"];
        put?: never;
        post: operations["Invigilation_noteIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/incidents/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Invigilation_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/invigilation/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Invigilation_listActs"];
        put?: never;
        post: operations["Invigilation_carryOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/invigilation/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Invigilation_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/invigilators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Invigilation_listInvigilators"];
        put: operations["Invigilation_writeInvigilators"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/make-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Candidates_makeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/marks/{attemptId}/{slot}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Marks_give"];
        post?: never;
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
    "/api/v1/exams/{id}/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ExamSetUp_addRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/rooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ExamSetUp_writeRoom"];
        post?: never;
        delete: operations["ExamSetUp_removeRoom"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/rooms/{roomId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ExamSetUp_rotatePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/rooms/{roomId}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExamSetUp_seatPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/seating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ExamSetUp_applySeating"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/seating/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ExamSetUp_previewSeating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/sittings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExamSetUp_listSittings"];
        put?: never;
        post: operations["ExamSetUp_addSitting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/sittings/{sittingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ExamSetUp_writeSitting"];
        post?: never;
        delete: operations["ExamSetUp_removeSitting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exams/{id}/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Invigilation_wall"];
        put?: never;
        post?: never;
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
    "/api/v1/keys/attempt-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Keys_attemptLog"];
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
        delete: operations["Papers_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaperDesk_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Papers_copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaperDesk_distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaperDesk_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaperDesk_preview"];
        put?: never;
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
    "/api/v1/papers/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Papers_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Papers_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Papers_revise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/{id}/seal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaperDesk_seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/papers/feasibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Papers_checkFeasibility"];
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
    "/api/v1/question-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Categories_list"];
        put?: never;
        post: operations["Categories_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Categories_update"];
        post?: never;
        delete: operations["Categories_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-categories/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Categories_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionExports_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionExports_file"];
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
    "/api/v1/question-imports/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionImports_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionDesk_listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-tags/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionDesk_renameTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/question-templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionExports_template"];
        put?: never;
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
        post: operations["Questions_create"];
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
        put: operations["Questions_update"];
        post?: never;
        delete: operations["Questions_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Apart_list"];
        put: operations["Apart_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionHistory_listComments"];
        put?: never;
        post: operations["QuestionHistory_addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/comments/{commentId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionHistory_resolveComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionHistory_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_restore"];
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
    "/api/v1/questions/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionHistory_uses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionHistory_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionHistory_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionDesk_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionDesk_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionDesk_similar"];
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
    "/api/v1/references/{id}/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["References_articles"];
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
    "/api/v1/references/read-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["References_readFile"];
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
    "/api/v1/session/exam": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExamEntry_device"];
        put?: never;
        post: operations["ExamEntry_signIn"];
        delete?: never;
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
        /** @description One accepted text: exact, with `*` for any run of characters, or a pattern that must match the whole text (RE2). */
        AcceptedAnswer: {
            /** @description What it earns, 0 to 1; 1 when absent. */
            fraction?: components["schemas"]["DecimalString"];
            /** @enum {string} */
            match?: "exact" | "wildcard" | "pattern";
            text: string;
        };
        AcceptedQuantity: {
            fraction?: components["schemas"]["DecimalString"];
            tolerance?: {
                /** @enum {string} */
                type: "relative" | "nominal" | "geometric";
                value: components["schemas"]["DecimalString"];
            };
            value: components["schemas"]["DecimalString"];
        };
        Accommodations: {
            extraPercent?: number;
            extraSeconds?: number;
            largerText?: boolean;
            note?: string;
            reader?: boolean;
            separateRoom?: boolean;
        };
        /** @description POST /api/v1/attempts/{id}/acks and `act.ack`: the page shows these. */
        AcknowledgeActs: {
            actIds: components["schemas"]["Id"][];
        };
        /** @enum {string} */
        ActKind: "extend" | "retract" | "pause" | "resume" | "end" | "cancel" | "message" | "let_in" | "take_over";
        ActPerson: {
            id: components["schemas"]["Id"];
            name: string;
            roomId: components["schemas"]["Id"] | null;
            seat: number | null;
        };
        /** @description Exact figures, of the moment `at`, before anything is done. */
        ActPreview: {
            /** @description Reached, with time or other accommodations of their own. The first 50. */
            accommodated: {
                extraSeconds: number;
                id: components["schemas"]["Id"];
                name: string;
                roomId: components["schemas"]["Id"] | null;
                seat: number | null;
            }[];
            accommodatedCount: number;
            act: components["schemas"]["ActKind"];
            at: components["schemas"]["Instant"];
            byState: {
                absent?: number;
                cancelled?: number;
                in_progress?: number;
                marked?: number;
                not_started?: number;
                paused?: number;
                postponed?: number;
                released?: number;
                submitted?: number;
            };
            /** @description The deadlines of those reached, before and after. A paused one's is as if it went on now. */
            deadlines: {
                earliest: components["schemas"]["Instant"];
                latest: components["schemas"]["Instant"];
                newEarliest: components["schemas"]["Instant"];
                newLatest: components["schemas"]["Instant"];
            } | null;
            /** @description Pass it back with the act: it is refused when it would reach others than these. */
            digest: string;
            /** @description The next sitting in a room that somebody would now still be sitting in; null when none is touched. */
            nextSitting: {
                opensAt: components["schemas"]["Instant"];
                overlaps: number;
                title: components["schemas"]["Title"];
            } | null;
            /** @description Who of the scope it does not reach, and why; the first 50. */
            notReached: {
                id: components["schemas"]["Id"];
                name: string;
                roomId: components["schemas"]["Id"] | null;
                seat: number | null;
                why: components["schemas"]["OutOfReach"];
            }[];
            notReachedCount: number;
            /** @description Reached, but offline now: they will not see it at once. The first 50. */
            offline: components["schemas"]["ActPerson"][];
            offlineCount: number;
            /** @description How many the act reaches. */
            reached: number;
            seconds: number | null;
        };
        /** @description On whom: everybody the actor invigilates, one sitting, one room, or these. */
        ActScope: {
            /** @constant */
            kind: "exam";
        } | {
            id: components["schemas"]["Id"];
            /** @constant */
            kind: "sitting";
        } | {
            id: components["schemas"]["Id"];
            /** @constant */
            kind: "room";
        } | {
            ids: components["schemas"]["Id"][];
            /** @constant */
            kind: "candidates";
        };
        /** @description An act as the wall shows it. */
        ActView: {
            /** @description Whether the pages are to acknowledge it at all. */
            acknowledged: number | null;
            at: components["schemas"]["Instant"];
            by: {
                id: components["schemas"]["Id"];
                name: string;
            };
            done: number;
            id: components["schemas"]["Id"];
            kind: components["schemas"]["ActKind"];
            operationId: components["schemas"]["Id"];
            scope: components["schemas"]["ActScope"];
            seconds: number | null;
            /** @description Of the actor's audience alone. */
            targets: number;
            text: string;
            undoes: components["schemas"]["Id"] | null;
            undoneBy: components["schemas"]["Id"] | null;
            /** @description Could not be done any more when it was their turn. */
            void: number;
            /** @description Done and to be acknowledged, but not yet; the first 100. */
            waiting: components["schemas"]["Id"][];
        };
        /** @description POST /api/v1/exams/{id}/candidates */
        AddCandidates: {
            personIds: components["schemas"]["Id"][];
            sittingId?: components["schemas"]["Id"];
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
        ApartQuestion: {
            code: string;
            excerpt: string;
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuestionKind"];
            versionId: components["schemas"]["Id"];
        };
        ApplyExamChange: {
            /** @description Asked for at the start; null takes it away. */
            accessCode?: string | null;
            /** @description CIDR, IPv4 or IPv6; empty: from anywhere. */
            addressRanges?: string[];
            attemptPolicy?: components["schemas"]["AttemptPolicy"];
            attemptsAllowed?: number;
            /** @description Of the preview; needed when it says so. */
            digest?: string;
            durationSeconds?: number;
            /** @description Nobody may submit sooner after starting. */
            earliestSubmitSeconds?: number;
            graceSeconds?: number;
            instructions?: components["schemas"]["Title"] | null;
            mode?: components["schemas"]["ExamMode"];
            navigation?: components["schemas"]["ExamNavigation"];
            paperId?: components["schemas"]["Id"];
            passMark?: components["schemas"]["DecimalString"] | null;
            referenceIds?: components["schemas"]["Id"][];
            release?: components["schemas"]["ReleasePolicy"];
            releaseAt?: components["schemas"]["Instant"] | null;
            review?: components["schemas"]["ReviewPolicy"];
            /** @description For each section of the paper in order; null where it has none of its own. */
            sectionSeconds?: (number | null)[] | null;
            sittings?: {
                id: components["schemas"]["Id"];
                lateUntil?: components["schemas"]["Instant"];
                opensAt?: components["schemas"]["Instant"];
                title?: components["schemas"]["Title"];
            }[];
            title?: components["schemas"]["Title"];
        };
        /** @description PUT /api/v1/exams/{id}/seating */
        ApplySeating: {
            digest: string;
            /** @description Seats given already stay; only those without one are placed. */
            keepSeated?: boolean;
            /**
             * @description `by_unit`: units kept apart; `random`: by the seed; `by_list`: in the order of the admission numbers.
             * @enum {string}
             */
            method: "by_unit" | "random" | "by_list";
            seed?: string;
            sittingId: components["schemas"]["Id"];
        };
        /** @enum {string} */
        AssignmentObject: "edition" | "heat" | "stage" | "exam" | "room";
        /**
         * @description Held on one object, from – to.
         * @enum {string}
         */
        AssignmentRole: "judge" | "chief_judge" | "scorekeeper" | "invigilator" | "chief_invigilator" | "marker" | "chief_marker" | "host";
        /** @description `attempt.beat`: every 10 s over the socket. */
        AttemptBeat: {
            attemptId: components["schemas"]["Id"];
            /** @description Answers not yet acknowledged. */
            unsent: number;
        };
        /** @description GET /api/v1/attempts/{id}/live, and the view of the room `attempt:<id>`. Small: polled while the socket is down, which counts as a sign of life. It issues no writer. */
        AttemptLiveView: {
            closesAt: components["schemas"]["Instant"];
            deadline: components["schemas"]["Instant"];
            /** @description The newest last; the last 50. */
            notices: components["schemas"]["AttemptNotice"][];
            now: components["schemas"]["Instant"];
            pausedAt: components["schemas"]["Instant"] | null;
            revision: number;
            state: components["schemas"]["AttemptState"];
        };
        /** @description What a candidate is told of an act on them: an allow-list. */
        AttemptNotice: {
            acknowledgedAt: components["schemas"]["Instant"] | null;
            actId: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            /** @description The invigilator's name. */
            by: string;
            /** @description What holds since then. */
            deadline: components["schemas"]["Instant"];
            /** @enum {string} */
            kind: "extend" | "retract" | "pause" | "resume" | "end" | "cancel" | "message";
            seconds: number | null;
            text: string;
        };
        /**
         * @description Which of several attempts counts; of equal marks the earlier one.
         * @enum {string}
         */
        AttemptPolicy: "best" | "last" | "first";
        /** @description GET /api/v1/attempts/{id}/result: only after release, an allow-list. */
        AttemptResultView: {
            attemptId: components["schemas"]["Id"];
            passed: boolean | null;
            releasedAt: components["schemas"]["Instant"];
            /** @description The candidate's own form with what may be reviewed now; null when nothing may. */
            review: components["schemas"]["AttemptReview"] | null;
            /** @description Empty unless the exam lets candidates see the marks of each question. */
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
        /** @description What of each question may be reviewed at this moment: a part that may not is null. */
        AttemptReview: {
            explanations: {
                html: string;
                slot: string;
            }[] | null;
            /** @description The right answer as a response to this very form; of a text the accepted ones, joined by `/`. Questions that people mark have none. */
            keys: {
                body: components["schemas"]["ResponseBody"];
                slot: string;
            }[] | null;
            responses: {
                body: components["schemas"]["ResponseBody"];
                slot: string;
            }[] | null;
            sections: components["schemas"]["CandidateSection"][];
        };
        /** @enum {string} */
        AttemptState: "not_started" | "in_progress" | "paused" | "submitted" | "marked" | "released" | "absent" | "postponed" | "cancelled";
        AttemptStep: {
            closesAt: components["schemas"]["Instant"] | null;
            count: number;
            index: number;
            /** @description With time per section: only this one counts now, and the questions of others are not shown. */
            locked: boolean;
        };
        /** @description POST /api/v1/my/exams/{examId}/start and GET /api/v1/attempts/{id} */
        AttemptView: {
            candidate: {
                admissionNumber: string;
                name: string;
                staffNumber: string | null;
                unit: components["schemas"]["Title"];
            };
            /** @description deadline + grace: a save counts iff the database's clock, after the lock, is not later. */
            closesAt: components["schemas"]["Instant"];
            /** @description What the screen counts down to. */
            deadline: components["schemas"]["Instant"];
            durationSeconds: number;
            /** @description Submitting is refused before. */
            earliestSubmitAt: components["schemas"]["Instant"] | null;
            examId: components["schemas"]["Id"];
            id: components["schemas"]["Id"];
            largerText: boolean;
            mode: components["schemas"]["ExamMode"];
            navigation: components["schemas"]["ExamNavigation"];
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
            sectionSeconds: (number | null)[] | null;
            startedAt: components["schemas"]["Instant"];
            state: components["schemas"]["AttemptState"];
            /** @description Where the candidate is, unless navigation is free: a section, or with `forward` a question, from 0. */
            step: components["schemas"]["AttemptStep"] | null;
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
        /** @description GET /api/v1/exams/{id}/awaiting-marks: responses that only a person can mark, question by question; nobody's name goes with them. */
        AwaitingMark: {
            attemptId: components["schemas"]["Id"];
            /** @description Tells candidates apart, and no more. */
            code: string;
            /** @description Null for a composite question, whose parts have theirs. */
            guide: components["schemas"]["MarkingGuide"] | null;
            maxMark: components["schemas"]["DecimalString"];
            /** @description The parts of a composite question: what the machine has marked, and what a person must. */
            parts: {
                guide: components["schemas"]["MarkingGuide"] | null;
                id: string;
                mark: components["schemas"]["DecimalString"] | null;
                maxMark: components["schemas"]["DecimalString"];
            }[];
            question: components["schemas"]["CandidateQuestion"];
            response: components["schemas"]["ResponseBody"];
            slot: string;
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
        BlueprintFeasibility: {
            /**
             * @description What the pairs that may not meet do to it: `unsure` when no form was found and none was ruled out.
             * @enum {string}
             */
            apart: "none" | "kept" | "impossible" | "unsure" | "untried";
            feasible: boolean;
            /** @description Why something is short: rules that together want more than all their pools together hold. */
            lacking: {
                available: number;
                rules: string[];
                wanted: number;
            }[];
            rules: components["schemas"]["RuleFeasibility"][];
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
        /** @description POST /api/v1/questions/bulk: an operation; every question by itself, those refused are listed. */
        BulkQuestions: {
            /** @enum {string} */
            act: "submit" | "approve" | "return" | "retire" | "restore" | "move" | "tag" | "untag";
            categoryId?: components["schemas"]["Id"];
            ids: components["schemas"]["Id"][];
            note?: string;
            tags?: string[];
        };
        /** @description Of a bulk act: what was done and what was refused, each with its reason. The result of the operation. */
        BulkResult: {
            done: number;
            refused: {
                code: string;
                id: components["schemas"]["Id"];
                params: {
                    [key: string]: unknown;
                };
                questionCode: string | null;
            }[];
        };
        /** @description Socket `performance.call`: the chief calls the next entry to the stage. */
        CallPerformance: {
            commandId: components["schemas"]["Id"];
            expectedVersion: number;
            performanceId: components["schemas"]["Id"];
        };
        /** @description What a candidate may see of one question: an allow-list per kind. */
        CandidateBody: {
            /** @enum {string} */
            kind: "single" | "multiple" | "true_false";
            options: components["schemas"]["CandidateItem"][];
        } | {
            gaps: {
                id: string;
                /** @enum {string} */
                type: "text" | "number";
                width: number | null;
            }[];
            /** @constant */
            kind: "gap_fill";
        } | {
            gaps: {
                id: string;
                options: components["schemas"]["CandidateItem"][];
            }[];
            /** @constant */
            kind: "cloze";
        } | {
            /** @constant */
            kind: "numeric";
            units: string[];
        } | {
            /** @constant */
            kind: "short";
            maxLength: number;
        } | {
            /** @constant */
            kind: "matching";
            lefts: components["schemas"]["CandidateItem"][];
            rights: components["schemas"]["CandidateItem"][];
        } | {
            items: components["schemas"]["CandidateItem"][];
            /** @constant */
            kind: "ordering";
        } | {
            /** @constant */
            kind: "essay";
            maxLength: number | null;
            minLength: number | null;
        } | {
            accept: components["schemas"]["FileKind"][];
            /** @constant */
            kind: "file";
            maxBytes: number;
            maxFiles: number;
        };
        CandidateImport: {
            added: number;
            already: number;
            good: number;
            /** @description By line of the file; nothing is added while there are any, except on a dry run, which adds nothing at all. */
            problems: {
                /** @enum {string} */
                code: "unknown" | "duplicate" | "out_of_scope" | "not_on_duty" | "sitting_unknown" | "empty";
                line: number;
                staffNumber: string;
            }[];
            rows: number;
        };
        /** @description An option, gap choice, item or side as a candidate sees it, under an id that only this form has. */
        CandidateItem: {
            html: string;
            id: string;
        };
        CandidateListItem: {
            accommodations: components["schemas"]["Accommodations"];
            admissionNumber: string;
            answered: number;
            extraSeconds: number;
            id: components["schemas"]["Id"];
            lastSavedAt: components["schemas"]["Instant"] | null;
            makeUp: boolean;
            person: {
                id: components["schemas"]["Id"];
                name: string;
                staffNumber: string | null;
            };
            /** @description Why absent, postponed or cancelled, when somebody ruled so. */
            reason: string | null;
            room: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            } | null;
            seat: number | null;
            sitting: {
                id: components["schemas"]["Id"];
                ordinal: number;
                title: components["schemas"]["Title"];
            };
            startedAt: components["schemas"]["Instant"] | null;
            state: components["schemas"]["AttemptState"];
            submittedAt: components["schemas"]["Instant"] | null;
            totalMark: components["schemas"]["DecimalString"] | null;
            unit: components["schemas"]["OrgUnitRef"];
            version: number;
        };
        CandidateNote: {
            articleId: components["schemas"]["Id"];
            bookmarked: boolean;
            referenceId: components["schemas"]["Id"];
            /** @description At most 2,000 characters. */
            text: string;
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description One part of a composite question. */
        CandidatePart: {
            html: string;
            id: string;
            /** @enum {string} */
            kind: "single" | "multiple" | "true_false";
            marks: components["schemas"]["DecimalString"];
            options: components["schemas"]["CandidateItem"][];
            scoringText: components["schemas"]["Title"];
        } | {
            gaps: {
                id: string;
                /** @enum {string} */
                type: "text" | "number";
                width: number | null;
            }[];
            html: string;
            id: string;
            /** @constant */
            kind: "gap_fill";
            marks: components["schemas"]["DecimalString"];
            scoringText: components["schemas"]["Title"];
        } | {
            gaps: {
                id: string;
                options: components["schemas"]["CandidateItem"][];
            }[];
            html: string;
            id: string;
            /** @constant */
            kind: "cloze";
            marks: components["schemas"]["DecimalString"];
            scoringText: components["schemas"]["Title"];
        } | {
            html: string;
            id: string;
            /** @constant */
            kind: "numeric";
            marks: components["schemas"]["DecimalString"];
            scoringText: components["schemas"]["Title"];
            units: string[];
        } | {
            html: string;
            id: string;
            /** @constant */
            kind: "short";
            marks: components["schemas"]["DecimalString"];
            maxLength: number;
            scoringText: components["schemas"]["Title"];
        } | {
            html: string;
            id: string;
            /** @constant */
            kind: "matching";
            lefts: components["schemas"]["CandidateItem"][];
            marks: components["schemas"]["DecimalString"];
            rights: components["schemas"]["CandidateItem"][];
            scoringText: components["schemas"]["Title"];
        } | {
            html: string;
            id: string;
            items: components["schemas"]["CandidateItem"][];
            /** @constant */
            kind: "ordering";
            marks: components["schemas"]["DecimalString"];
            scoringText: components["schemas"]["Title"];
        } | {
            html: string;
            id: string;
            /** @constant */
            kind: "essay";
            marks: components["schemas"]["DecimalString"];
            maxLength: number | null;
            minLength: number | null;
            scoringText: components["schemas"]["Title"];
        } | {
            accept: components["schemas"]["FileKind"][];
            html: string;
            id: string;
            /** @constant */
            kind: "file";
            marks: components["schemas"]["DecimalString"];
            maxBytes: number;
            maxFiles: number;
            scoringText: components["schemas"]["Title"];
        };
        /** @description A question of a form; a kind that is not known here shows nothing but its place and marks. */
        CandidateQuestion: {
            html: string;
            /** @enum {string} */
            kind: "single" | "multiple" | "true_false";
            marks: components["schemas"]["DecimalString"];
            number: number;
            options: components["schemas"]["CandidateItem"][];
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            gaps: {
                id: string;
                /** @enum {string} */
                type: "text" | "number";
                width: number | null;
            }[];
            html: string;
            /** @constant */
            kind: "gap_fill";
            marks: components["schemas"]["DecimalString"];
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            gaps: {
                id: string;
                options: components["schemas"]["CandidateItem"][];
            }[];
            html: string;
            /** @constant */
            kind: "cloze";
            marks: components["schemas"]["DecimalString"];
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            html: string;
            /** @constant */
            kind: "numeric";
            marks: components["schemas"]["DecimalString"];
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
            units: string[];
        } | {
            html: string;
            /** @constant */
            kind: "short";
            marks: components["schemas"]["DecimalString"];
            maxLength: number;
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            html: string;
            /** @constant */
            kind: "matching";
            lefts: components["schemas"]["CandidateItem"][];
            marks: components["schemas"]["DecimalString"];
            number: number;
            rights: components["schemas"]["CandidateItem"][];
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            html: string;
            items: components["schemas"]["CandidateItem"][];
            /** @constant */
            kind: "ordering";
            marks: components["schemas"]["DecimalString"];
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            html: string;
            /** @constant */
            kind: "essay";
            marks: components["schemas"]["DecimalString"];
            maxLength: number | null;
            minLength: number | null;
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            accept: components["schemas"]["FileKind"][];
            html: string;
            /** @constant */
            kind: "file";
            marks: components["schemas"]["DecimalString"];
            maxBytes: number;
            maxFiles: number;
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            html: string;
            /** @constant */
            kind: "composite";
            marks: components["schemas"]["DecimalString"];
            number: number;
            parts: components["schemas"]["CandidatePart"][];
            scoringText: components["schemas"]["Title"];
            slot: string;
        } | {
            html: string;
            /** @constant */
            kind: "unknown";
            marks: components["schemas"]["DecimalString"];
            number: number;
            scoringText: components["schemas"]["Title"];
            slot: string;
        };
        /** @enum {string} */
        CandidateRuling: "absent" | "postponed" | "cancelled" | "restored";
        CandidateSection: {
            instructions: components["schemas"]["Title"] | null;
            questions: components["schemas"]["CandidateQuestion"][];
            title: components["schemas"]["Title"];
        };
        CandidateSelection: {
            added: number;
            already: number;
            byUnit: {
                found: number;
                unit: components["schemas"]["OrgUnitRef"];
            }[];
            found: number;
        };
        /** @description GET /api/v1/exams/{id}/candidates/{candidateId} */
        CandidateView: {
            accommodations: components["schemas"]["Accommodations"];
            admissionNumber: string;
            attempts: {
                number: number;
                startedAt: components["schemas"]["Instant"];
                state: components["schemas"]["AttemptState"];
                submittedAt: components["schemas"]["Instant"] | null;
                totalMark: components["schemas"]["DecimalString"] | null;
            }[];
            /** @description What they come to. */
            extraSeconds: number;
            id: components["schemas"]["Id"];
            letInUntil: components["schemas"]["Instant"] | null;
            /** @description Whose exam this one makes up for. */
            makeUpOf: {
                candidateId: components["schemas"]["Id"];
                examId: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            } | null;
            person: {
                id: components["schemas"]["Id"];
                name: string;
                staffNumber: string | null;
            };
            reason: string | null;
            room: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            } | null;
            rulings: {
                at: components["schemas"]["Instant"];
                by: string | null;
                reason: string;
                ruling: string;
                sitting: components["schemas"]["Title"];
            }[];
            seat: number | null;
            sitting: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            };
            state: components["schemas"]["AttemptState"];
            unit: components["schemas"]["OrgUnitRef"];
            version: number;
        };
        /** @description POST /api/v1/exams/{id}/invigilation/acts */
        CarryOutAct: {
            act: components["schemas"]["ActKind"];
            digest: string;
            scope: components["schemas"]["ActScope"];
            /** @description For `extend` and `let_in`. */
            seconds?: number;
            /** @description What the candidates read: the message itself, or the reason. */
            text: string;
            /** @description For `retract`: the extension that is taken back. */
            undoes?: components["schemas"]["Id"];
        };
        CategoryView: {
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            parentId: components["schemas"]["Id"] | null;
            /** @description Own questions that are not retired, without those of categories below. */
            questions: number;
            /** @description Units below may read and draw from its published questions. */
            sharedBelow: boolean;
            /** @description Units invited to read and draw from its published questions. */
            sharedWith: components["schemas"]["OrgUnitRef"][];
            title: components["schemas"]["Title"];
            version: number;
            /** @description Whether the actor may write here, or only read what was shared. */
            writable: boolean;
        };
        /** @description PUT /api/v1/exams/{id} (If-Match) and POST /api/v1/exams/{id}/changes/preview: what is left out stays. */
        ChangeExam: {
            /** @description Asked for at the start; null takes it away. */
            accessCode?: string | null;
            /** @description CIDR, IPv4 or IPv6; empty: from anywhere. */
            addressRanges?: string[];
            attemptPolicy?: components["schemas"]["AttemptPolicy"];
            attemptsAllowed?: number;
            durationSeconds?: number;
            /** @description Nobody may submit sooner after starting. */
            earliestSubmitSeconds?: number;
            graceSeconds?: number;
            instructions?: components["schemas"]["Title"] | null;
            mode?: components["schemas"]["ExamMode"];
            navigation?: components["schemas"]["ExamNavigation"];
            paperId?: components["schemas"]["Id"];
            passMark?: components["schemas"]["DecimalString"] | null;
            referenceIds?: components["schemas"]["Id"][];
            release?: components["schemas"]["ReleasePolicy"];
            releaseAt?: components["schemas"]["Instant"] | null;
            review?: components["schemas"]["ReviewPolicy"];
            /** @description For each section of the paper in order; null where it has none of its own. */
            sectionSeconds?: (number | null)[] | null;
            sittings?: {
                id: components["schemas"]["Id"];
                lateUntil?: components["schemas"]["Instant"];
                opensAt?: components["schemas"]["Instant"];
                title?: components["schemas"]["Title"];
            }[];
            title?: components["schemas"]["Title"];
        };
        /** @description POST /api/v1/papers/feasibility: what the rules would find now, nothing stored. */
        CheckBlueprint: {
            orgUnitId: components["schemas"]["Id"];
            sections: components["schemas"]["PaperSection"][];
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
        /** @description `true_false` has the options `T` and `F`. Options with `keepLast` (以上都对) stay behind the others in their own order. */
        ChoiceContent_multiple: {
            html: string;
            /** @constant */
            kind: "multiple";
            options: {
                /** @description The restricted subset, sanitised on write. */
                html: string;
                id: string;
                keepLast?: boolean;
            }[];
            /** @constant */
            schemaVersion: 1;
        };
        /** @description `true_false` has the options `T` and `F`. Options with `keepLast` (以上都对) stay behind the others in their own order. */
        ChoiceContent_single: {
            html: string;
            /** @constant */
            kind: "single";
            options: {
                /** @description The restricted subset, sanitised on write. */
                html: string;
                id: string;
                keepLast?: boolean;
            }[];
            /** @constant */
            schemaVersion: 1;
        };
        /** @description `true_false` has the options `T` and `F`. Options with `keepLast` (以上都对) stay behind the others in their own order. */
        ChoiceContent_true_false: {
            html: string;
            /** @constant */
            kind: "true_false";
            options: {
                /** @description The restricted subset, sanitised on write. */
                html: string;
                id: string;
                keepLast?: boolean;
            }[];
            /** @constant */
            schemaVersion: 1;
        };
        ChoiceKey_multiple: {
            correct: string[];
            /** @constant */
            kind: "multiple";
        };
        ChoiceKey_single: {
            correct: string[];
            /** @constant */
            kind: "single";
        };
        ChoiceKey_true_false: {
            correct: string[];
            /** @constant */
            kind: "true_false";
        };
        /** @enum {string} */
        ClientIncidentKind: "focus_lost" | "focus_returned" | "fullscreen_left" | "fullscreen_returned" | "copy" | "paste" | "print" | "context_menu" | "second_device";
        /** @description The server's clock; the client's clock decides nothing. */
        ClockView: {
            now: components["schemas"]["Instant"];
        };
        /** @description Gaps with a list of choices each. The text has a place `[[id]]` for each gap. */
        ClozeContent: {
            gaps: {
                id: string;
                options: components["schemas"]["RichItem"][];
            }[];
            html: string;
            /** @constant */
            kind: "cloze";
            /** @constant */
            schemaVersion: 1;
        };
        ClozeKey: {
            allOrNothing?: boolean;
            gaps: {
                [key: string]: string[];
            };
            /** @constant */
            kind: "cloze";
        };
        /** @description POST /api/v1/question-imports/{id}/commit → OperationView */
        CommitImport: {
            /** @description Above the file's own category paths; without it these begin at the unit. */
            categoryId?: components["schemas"]["Id"];
            /** @description Makes the categories that the file names and the unit has not; otherwise such questions stay in `categoryId`. */
            createCategories?: boolean;
            /** @description Leaves out questions that read almost like one of the bank or of the file. */
            leaveOutSimilar?: boolean;
            orgUnitId: components["schemas"]["Id"];
            /** @enum {string} */
            rows: "all" | "good";
            /**
             * @description `published` takes the right to review; `draft` when absent.
             * @enum {string}
             */
            state?: "draft" | "published";
            /** @description Of questions that name none. */
            subject?: string;
            /** @description Added to every question's own. */
            tags?: string[];
        };
        /** @description One stimulus (the case, in `html`) and several questions on it. A slot's marks are shared out in the proportion of the parts' marks. */
        CompositeContent: {
            html: string;
            /** @constant */
            kind: "composite";
            parts: {
                content: components["schemas"]["SimpleContent"];
                id: string;
                marks: components["schemas"]["DecimalString"];
                scoring?: components["schemas"]["MultipleScoring"];
            }[];
            /** @constant */
            schemaVersion: 1;
        };
        /** @description By part id. */
        CompositeKey: {
            /** @constant */
            kind: "composite";
            parts: {
                [key: string]: {
                    correct: string[];
                    explanation?: string | null;
                    /** @constant */
                    kind: "single";
                } | {
                    correct: string[];
                    explanation?: string | null;
                    /** @constant */
                    kind: "multiple";
                } | {
                    correct: string[];
                    explanation?: string | null;
                    /** @constant */
                    kind: "true_false";
                } | {
                    allOrNothing?: boolean;
                    asSet?: boolean;
                    compare?: components["schemas"]["TextComparison"];
                    explanation?: string | null;
                    gaps: {
                        [key: string]: {
                            texts: components["schemas"]["AcceptedAnswer"][];
                        } | {
                            numbers: components["schemas"]["AcceptedQuantity"][];
                            unitRequired?: boolean;
                            units?: components["schemas"]["UnitMultiplier"][];
                        };
                    };
                    /** @constant */
                    kind: "gap_fill";
                } | {
                    allOrNothing?: boolean;
                    explanation?: string | null;
                    gaps: {
                        [key: string]: string[];
                    };
                    /** @constant */
                    kind: "cloze";
                } | {
                    explanation?: string | null;
                    /** @constant */
                    kind: "numeric";
                    numbers: components["schemas"]["AcceptedQuantity"][];
                    unitRequired?: boolean;
                    units?: components["schemas"]["UnitMultiplier"][];
                } | {
                    compare?: components["schemas"]["TextComparison"];
                    explanation?: string | null;
                    /** @constant */
                    kind: "short";
                    texts: components["schemas"]["AcceptedAnswer"][];
                } | {
                    allOrNothing?: boolean;
                    explanation?: string | null;
                    /** @constant */
                    kind: "matching";
                    pairs: {
                        [key: string]: string;
                    };
                } | {
                    explanation?: string | null;
                    /** @constant */
                    kind: "ordering";
                    order: string[];
                    /** @enum {string} */
                    rule: "exact" | "adjacent_pairs";
                } | {
                    explanation?: string | null;
                    guide: string | null;
                    /** @constant */
                    kind: "essay";
                    rubric: {
                        description?: string;
                        id: string;
                        marks: components["schemas"]["DecimalString"];
                        title: string;
                    }[];
                } | {
                    explanation?: string | null;
                    guide: string | null;
                    /** @constant */
                    kind: "file";
                    rubric: {
                        description?: string;
                        id: string;
                        marks: components["schemas"]["DecimalString"];
                        title: string;
                    }[];
                };
            };
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
        /** @description GET /api/v1/dictionaries/{name}: what is offered where such a word is typed. */
        DictionaryEntry: {
            archived: boolean;
            code: string;
            id: components["schemas"]["Id"];
            sort: number;
            title: components["schemas"]["Title"];
        };
        /** @enum {string} */
        DictionaryName: "subject" | "job_field" | "service_line" | "instructor_type";
        /** @description Which published questions a draw rule may take. Everything given must hold; within one list any entry will do. */
        DrawFilter: {
            /** @description Each with the categories below it. */
            categoryIds?: components["schemas"]["Id"][];
            /** @description 0 (easy) to 1 (hard), both included. */
            difficulty?: {
                max?: number;
                min?: number;
            };
            kinds?: components["schemas"]["QuestionKind"][];
            /** @description Leaves out what a drawn form has had since then. */
            notUsedSince?: components["schemas"]["Instant"];
            subjects?: string[];
            tags?: string[];
        };
        /** @description A draw rule of a blueprint: `count` slots of `marks` each, filled for every candidate from the pool that the filter found at publishing. */
        DrawRule: {
            count: number;
            filter: components["schemas"]["DrawFilter"];
            /** @description Stable within the paper; its slots are called `<id>-1` … `<id>-<count>`. */
            id: string;
            marks: components["schemas"]["DecimalString"];
            scoring: components["schemas"]["MultipleScoring"];
        };
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
        DutyKind: "exam.sit" | "exam.upcoming" | "exam.result" | "stage.judge" | "stage.chief" | "exam.invigilate" | "exam.prepare" | "exam.running" | "heat.confirm" | "tier.advance" | "heat.setup" | "bank.import" | "audit.watch" | "contest.follow";
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
        /** @description POST /api/v1/attempts/{id}/steps → AttemptView: goes on to the next section or question; there is no way back. Repeating it changes nothing. */
        EnterStep: {
            step: number;
        };
        EntryCode: {
            /** @description Eight digits, shown this once; one use. */
            code: string;
            expiresAt: components["schemas"]["Instant"];
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
        EssayContent: {
            html: string;
            /** @constant */
            kind: "essay";
            maxLength?: number | null;
            /** @description In characters (Chinese) or words (Latin); null: no limit. */
            minLength?: number | null;
            /** @constant */
            schemaVersion: 1;
        };
        /** @description One entry of the event log of an attempt; `hash` is over the one before and this entry without it. */
        EventLogEntry: {
            at: components["schemas"]["Instant"];
            data: {
                [key: string]: unknown;
            };
            hash: string;
            n: number;
            type: string;
        };
        /** @description GET /api/v1/attempts/{id}/event-log: everything that happened to one attempt, chained and signed. No names; answers only when asked for by whoever may. */
        EventLogFile: {
            attemptId: components["schemas"]["Id"];
            candidateId: components["schemas"]["Id"];
            entries: components["schemas"]["EventLogEntry"][];
            examId: components["schemas"]["Id"];
            exportedAt: components["schemas"]["Instant"];
            /** @constant */
            format: "kaosai.attempt-log";
            /** @description What the entries come to: the verifier works it out again. */
            outcome: {
                closesAt: components["schemas"]["Instant"];
                /** @description The receipt of the current response of each slot. */
                current: {
                    [key: string]: string;
                };
                deadline: components["schemas"]["Instant"];
                /** @description Hash over the receipts of the current responses in slot order; null before submission. */
                receipt: string | null;
                state: string;
                submittedAt: components["schemas"]["Instant"] | null;
            };
            /** @description Ed25519 over the last hash and everything outside the entries. */
            signature: {
                /** @constant */
                algorithm: "Ed25519";
                keyId: string;
                value: string;
            };
            /** @constant */
            version: 1;
        };
        /** @description Many rows are changed by an operation; the exam's own settings at once. */
        ExamChanged: {
            exam: components["schemas"]["ExamView"];
            operation: components["schemas"]["OperationView"] | null;
        };
        /** @enum {string} */
        ExamChangeField: "title" | "paperId" | "mode" | "durationSeconds" | "graceSeconds" | "passMark" | "referenceIds" | "sittings" | "earliestSubmitSeconds" | "attemptsAllowed" | "attemptPolicy" | "navigation" | "sectionSeconds" | "release" | "releaseAt" | "review" | "instructions" | "addressRanges" | "accessCode";
        ExamChangePreview: {
            allowed: boolean;
            digest: string;
            digestNeeded: boolean;
            effects: {
                /** @description Not started, who could not any more. */
                couldNoLongerStart: number;
                /** @description Absent by the clock, who could start again. */
                couldStartAgain: number;
                /** @description Still sitting, whose deadline moves. */
                deadlinesMoved: number;
                /** @description Of those, whose time would be over at once. */
                endedAtOnce: number;
                /** @description With a result, for whom passed becomes failed or the other way round. */
                passChanged: number;
            };
            /** @description Free: nothing depends on it yet; safe: nobody's exam changes; guarded: needs the digest; refused: not any more. */
            fields: {
                field: components["schemas"]["ExamChangeField"];
                /** @enum {string} */
                verdict: "free" | "safe" | "guarded" | "refused";
                /** @enum {string|null} */
                why: "people_started" | "papers_drawn" | "marks_released" | "too_many_used" | "cancelled" | null;
            }[];
            state: components["schemas"]["ExamState"];
        };
        /** @description GET /api/v1/session/exam: the number this device is called by. */
        ExamDevice: {
            deviceNumber: string;
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
        /**
         * @description Closed: nothing but the paper. Restricted: the listed references and nothing else. Open: those, and what the candidate brings.
         * @enum {string}
         */
        ExamMode: "closed" | "open" | "restricted";
        /**
         * @description Any question any time; section after section; or never back.
         * @enum {string}
         */
        ExamNavigation: "free" | "by_section" | "forward";
        ExamRulesView: {
            addressRanges: string[];
            attemptPolicy: components["schemas"]["AttemptPolicy"];
            attemptsAllowed: number;
            earliestSubmitSeconds: number;
            hasAccessCode: boolean;
            instructions: components["schemas"]["Title"] | null;
            navigation: components["schemas"]["ExamNavigation"];
            release: components["schemas"]["ReleasePolicy"];
            releaseAt: components["schemas"]["Instant"] | null;
            review: components["schemas"]["ReviewPolicy"];
            sectionSeconds: (number | null)[] | null;
        };
        /** @description POST /api/v1/session/exam → SessionView of a session that may sit this exam and nothing else; exactly one of the two. */
        ExamSignIn: {
            admissionNumber: string;
            oneTimeCode?: string;
            roomPassword?: string;
        };
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
            rules: components["schemas"]["ExamRulesView"];
            state: components["schemas"]["ExamState"];
            title: components["schemas"]["Title"];
            version: number;
        };
        /** @description A question between two banks, or between a file and a bank: what an export writes and an import reads. */
        ExchangedQuestion: {
            /** @description The clause it rests on: the regulation's Chinese title and the article's label. */
            article: {
                label: string;
                regulation: string;
            } | null;
            /** @description Titles from the top, in Chinese; empty: no category. */
            category: string[];
            content: components["schemas"]["QuestionContent"];
            /** @description 0 (easy) to 1 (hard). */
            difficulty: number | null;
            jobFields: string[];
            /** @description Absent from an export without keys; such a question cannot be imported unless its kind is marked by people. */
            key?: components["schemas"]["QuestionKey"];
            marks: components["schemas"]["DecimalString"];
            scoring?: components["schemas"]["MultipleScoring"] | null;
            source: string | null;
            subject: string | null;
            tags: string[];
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
        /** @description POST /api/v1/question-exports → OperationView, whose result names the file: GET /api/v1/question-exports/{operationId}/file */
        ExportQuestions: {
            filter?: {
                categoryId?: components["schemas"]["Id"];
                difficultyMax?: number;
                difficultyMin?: number;
                kind?: components["schemas"]["QuestionKind"];
                q?: string;
                state?: components["schemas"]["QuestionState"];
                subject?: string;
                tag?: string;
            };
            /** @enum {string} */
            format: "xlsx" | "json";
            /** @description These questions, or those that the filter finds; at most 50,000. */
            ids?: components["schemas"]["Id"][];
            /**
             * @description The language of headings and notes.
             * @enum {string}
             */
            lang?: "zh" | "en";
            /** @description Answers, explanations and rubrics, too. */
            withKeys: boolean;
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
        /** @description Files or a video to be handed in. */
        FileContent: {
            accept: components["schemas"]["FileKind"][];
            html: string;
            /** @constant */
            kind: "file";
            maxBytes: number;
            /** @description 1–10. */
            maxFiles: number;
            /** @constant */
            schemaVersion: 1;
        };
        /** @enum {string} */
        FileKind: "document" | "image" | "audio" | "video";
        /** @description POST /api/v1/questions/similar */
        FindSimilar: {
            content: components["schemas"]["QuestionContent"];
            /** @description The question itself, when it is there already. */
            excludeId?: components["schemas"]["Id"];
        };
        /** @description The text has a place `[[id]]` for each gap, each once. `width` is a hint in characters. */
        GapFillContent: {
            gaps: {
                id: string;
                /** @enum {string} */
                type: "text" | "number";
                width?: number;
            }[];
            html: string;
            /** @constant */
            kind: "gap_fill";
            /** @constant */
            schemaVersion: 1;
        };
        /** @description By gap id, as the content's gaps: texts, or numbers. `asSet`: text gaps in any order, no key used twice. */
        GapFillKey: {
            allOrNothing?: boolean;
            asSet?: boolean;
            compare?: components["schemas"]["TextComparison"];
            gaps: {
                [key: string]: {
                    texts: components["schemas"]["AcceptedAnswer"][];
                } | {
                    numbers: components["schemas"]["AcceptedQuantity"][];
                    unitRequired?: boolean;
                    units?: components["schemas"]["UnitMultiplier"][];
                };
            };
            /** @constant */
            kind: "gap_fill";
        };
        /** @description PUT /api/v1/exams/{id}/marks/{attemptId}/{slot}: of the whole slot; repeated, the last counts, until the attempt is marked. */
        GiveMark: {
            comment?: string;
            mark: components["schemas"]["DecimalString"];
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
        hasAnswer: {
            namedArgs?: {
                "{ chosen, text, gaps, files, parts }": {
                    chosen?: string[];
                    files?: components["schemas"]["Id"][];
                    gaps?: {
                        [key: string]: string;
                    };
                    parts?: {
                        [key: string]: components["schemas"]["SimpleResponse"];
                    };
                    text?: string;
                };
            };
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
        /** @description POST /api/v1/exams/{id}/candidates/import: a CSV with the columns 工号 (staff number) and, if wanted, 场次 (a sitting's number). */
        ImportCandidates: {
            dryRun: boolean;
            sittingId?: components["schemas"]["Id"];
            text: string;
        };
        /**
         * @description What a column of a table means; docs/import-format.md says how each is written.
         * @enum {string}
         */
        ImportField: "ignore" | "number" | "kind" | "stem" | "key" | "marks" | "scoring" | "explanation" | "subject" | "difficulty" | "tags" | "jobFields" | "category" | "source" | "regulation" | "article" | "material" | "group" | "optionA" | "optionB" | "optionC" | "optionD" | "optionE" | "optionF" | "optionG" | "optionH" | "optionI" | "optionJ" | "optionK" | "optionL" | "optionM" | "optionN" | "optionO" | "optionP" | "optionQ" | "optionR" | "optionS" | "optionT" | "optionU" | "optionV" | "optionW" | "optionX" | "optionY" | "optionZ" | "options" | "gap1" | "gap2" | "gap3" | "gap4" | "gap5" | "gap6" | "gap7" | "gap8" | "gap9" | "gap10" | "tolerance" | "units" | "pairs" | "items" | "guide" | "rubric" | "length" | "fileKinds" | "maxFiles" | "maxMegabytes" | "data";
        /** @description Where in the file something stands: `line` from 1; `cell` (B12) in tables. */
        ImportProblem: {
            cell: string | null;
            code: string;
            column: string | null;
            line: number;
            params: {
                [key: string]: unknown;
            };
            /**
             * @description `error`: the row is not imported; `warning`: it is, but should be looked at.
             * @enum {string}
             */
            severity: "error" | "warning";
            sheet: string | null;
        };
        /** @enum {string} */
        ImportSource: "csv" | "xlsx" | "text" | "json";
        IncidentItemDto: {
            /** @enum {string} */
            kind: "focus_lost" | "focus_returned" | "fullscreen_left" | "fullscreen_returned" | "copy" | "paste" | "print" | "context_menu" | "second_device";
        };
        IncidentKind: components["schemas"]["ClientIncidentKind"] | components["schemas"]["ObservedIncidentKind"] | "address_changed";
        /** @description GET /api/v1/exams/{id}/incidents */
        IncidentQuery: {
            candidateId?: components["schemas"]["Id"];
            cursor?: string;
            kind?: components["schemas"]["IncidentKind"];
            limit?: number;
            q?: string;
            roomId?: components["schemas"]["Id"];
            sort?: string;
            state?: components["schemas"]["RulingState"];
        };
        IncidentView: {
            /** @description By the database's clock. */
            at: components["schemas"]["Instant"];
            by: string | null;
            candidate: components["schemas"]["ActPerson"];
            /** @description By the client's. */
            clientAt: components["schemas"]["Instant"] | null;
            id: components["schemas"]["Id"];
            kind: components["schemas"]["IncidentKind"];
            note: string | null;
            ruling: {
                at: components["schemas"]["Instant"] | null;
                by: string | null;
                reason: string | null;
                state: components["schemas"]["RulingState"];
            };
            seconds: number | null;
            /** @enum {string} */
            source: "client" | "server" | "invigilator";
            unit: components["schemas"]["OrgUnitRef"];
            /** @description How many rulings there were. */
            version: number;
        };
        /** @description RFC 3339 in UTC with milliseconds, for example `2026-11-23T06:02:11.000Z`. */
        Instant: string;
        InvigilatorDto: {
            /** @enum {string} */
            role: "invigilator" | "chief_invigilator";
        };
        /** @description GET and PUT /api/v1/exams/{id}/invigilators */
        InvigilatorsView: {
            exam: {
                name: string;
                personId: components["schemas"]["Id"];
                /** @enum {string} */
                role: "invigilator" | "chief_invigilator";
            }[];
            rooms: {
                people: {
                    name: string;
                    personId: components["schemas"]["Id"];
                    /** @enum {string} */
                    role: "invigilator" | "chief_invigilator";
                }[];
                roomId: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            }[];
        };
        /** @description POST /api/v1/exams/{id}/candidates/{candidateId}/entry-code */
        IssueEntryCode: {
            /** @description As the sign-in page of that very device shows it; then the code opens there alone, and nobody elsewhere can use up its tries. */
            deviceNumber?: string;
        };
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
        /** @description POST /api/v1/exams/{id}/make-ups: into a sitting of this exam or of another one. */
        MakeUp: {
            candidateIds: components["schemas"]["Id"][];
            examId: components["schemas"]["Id"];
            reason: string;
            sittingId: components["schemas"]["Id"];
        };
        /** @description PUT /api/v1/question-imports/{id}/mapping (If-Match). With another `sheet`, `fields` may be empty: they are proposed anew. */
        MapImport: {
            fields: components["schemas"]["ImportField"][];
            sheet?: string;
        };
        MarkGiven: {
            attemptId: components["schemas"]["Id"];
            attemptState: components["schemas"]["AttemptState"];
            /** @description Responses of the attempt that still wait. */
            awaiting: number;
            mark: components["schemas"]["DecimalString"];
            maxMark: components["schemas"]["DecimalString"];
            slot: string;
        };
        /** @description What a marker goes by: a guide in the HTML subset, and criteria. */
        MarkingGuide: {
            guide: string | null;
            rubric: {
                description?: string;
                id: string;
                marks: components["schemas"]["DecimalString"];
                title: string;
            }[];
        };
        /** @description Each left side belongs to one right side; a right side may serve several left ones or none. */
        MatchingContent: {
            html: string;
            /** @constant */
            kind: "matching";
            lefts: components["schemas"]["RichItem"][];
            rights: components["schemas"]["RichItem"][];
            /** @constant */
            schemaVersion: 1;
        };
        /** @description Right id by left id. */
        MatchingKey: {
            allOrNothing?: boolean;
            /** @constant */
            kind: "matching";
            pairs: {
                [key: string]: string;
            };
        };
        /** @description POST /api/v1/question-categories/{id}/move (If-Match) */
        MoveCategory: {
            /** @description Null: to the top of its unit's tree. */
            parentId: components["schemas"]["Id"] | null;
        };
        /**
         * @description How a multiple-choice response earns its fraction (rules.md §1). Other kinds ignore it.
         * @enum {string}
         */
        MultipleScoring: "all_or_nothing" | "partial_per_right" | "right_minus_wrong";
        /** @description GET /api/v1/my/exams: the candidate's own list, an allow-list. */
        MyExamItem: {
            admissionNumber: string;
            attemptId: components["schemas"]["Id"] | null;
            /** @description How many times it may still be started, the first time included. */
            attemptsLeft: number;
            closesAt: components["schemas"]["Instant"] | null;
            durationSeconds: number;
            earliestSubmitSeconds: number;
            examId: components["schemas"]["Id"];
            instructions: components["schemas"]["Title"] | null;
            lateUntil: components["schemas"]["Instant"];
            mode: components["schemas"]["ExamMode"];
            navigation: components["schemas"]["ExamNavigation"];
            needsAccessCode: boolean;
            opensAt: components["schemas"]["Instant"];
            place: {
                place: string | null;
                room: components["schemas"]["Title"] | null;
                seat: number | null;
                sitting: components["schemas"]["Title"];
            };
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
        /** @description POST /api/v1/exams/{id}/incidents: what an invigilator saw. */
        NoteIncident: {
            candidateId: components["schemas"]["Id"];
            kind: components["schemas"]["ObservedIncidentKind"];
            note: string;
        };
        /** @description `units` are the units that a candidate is told of; what counts stands in the key. */
        NumericContent: {
            html: string;
            /** @constant */
            kind: "numeric";
            /** @constant */
            schemaVersion: 1;
            units?: string[];
        };
        NumericKey: {
            /** @constant */
            kind: "numeric";
            numbers: components["schemas"]["AcceptedQuantity"][];
            unitRequired?: boolean;
            units?: components["schemas"]["UnitMultiplier"][];
        };
        /** @enum {string} */
        ObservedIncidentKind: "talking" | "material" | "device" | "impersonation" | "disorder" | "other";
        /** @description Incidents of one candidate and kind that nobody has ruled on. */
        OpenIncidents: {
            candidateId: components["schemas"]["Id"];
            count: number;
            /** @description The latest 200, with their versions. */
            incidents: {
                id: components["schemas"]["Id"];
                version: number;
            }[];
            kind: components["schemas"]["IncidentKind"];
            latest: components["schemas"]["Instant"];
            note: string | null;
            seconds: number;
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
        /** @enum {string} */
        OptionLetter: "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "Q" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z";
        OrderingContent: {
            html: string;
            items: components["schemas"]["RichItem"][];
            /** @constant */
            kind: "ordering";
            /** @constant */
            schemaVersion: 1;
        };
        OrderingKey: {
            /** @constant */
            kind: "ordering";
            order: string[];
            /** @enum {string} */
            rule: "exact" | "adjacent_pairs";
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
        /** @enum {string} */
        OutOfReach: "not_started" | "absent" | "exempted" | "submitted" | "paused" | "not_paused" | "started" | "too_late" | "already_undone";
        /** @enum {string} */
        PaperAccessAct: "seal" | "open" | "read" | "preview" | "keys" | "export" | "distribution" | "draw" | "unseal";
        /** @description GET /api/v1/papers/{id}/access-log: every look, allowed or refused, newest first. */
        PaperAccessItem: {
            act: components["schemas"]["PaperAccessAct"];
            allowed: boolean;
            at: components["schemas"]["Instant"];
            id: components["schemas"]["Id"];
            /** @description Null: the server itself, for an exam. */
            person: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
        };
        /**
         * @description What can be done with a paper; what the policy forbids the actor is left out.
         * @enum {string}
         */
        PaperAct: "edit" | "publish" | "revise" | "copy" | "retire" | "restore" | "delete" | "seal" | "open" | "preview" | "keys";
        /** @description GET /api/v1/papers/{id}/distribution: marks and questions, drawn slots shared out by their pools. */
        PaperDistribution: {
            by: {
                category: {
                    key: string;
                    marks: components["schemas"]["DecimalString"];
                    questions: components["schemas"]["DecimalString"];
                    title: components["schemas"]["Title"] | null;
                }[];
                difficulty: {
                    key: string;
                    marks: components["schemas"]["DecimalString"];
                    questions: components["schemas"]["DecimalString"];
                    title: components["schemas"]["Title"] | null;
                }[];
                kind: {
                    key: string;
                    marks: components["schemas"]["DecimalString"];
                    questions: components["schemas"]["DecimalString"];
                    title: components["schemas"]["Title"] | null;
                }[];
                subject: {
                    key: string;
                    marks: components["schemas"]["DecimalString"];
                    questions: components["schemas"]["DecimalString"];
                    title: components["schemas"]["Title"] | null;
                }[];
                tag: {
                    key: string;
                    marks: components["schemas"]["DecimalString"];
                    questions: components["schemas"]["DecimalString"];
                    title: components["schemas"]["Title"] | null;
                }[];
            };
            questions: number;
            totalMarks: components["schemas"]["DecimalString"];
        };
        PaperListItem: {
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            questions: number;
            /** @description Sealed until then; its content opens for nobody alone. */
            sealedUntil: components["schemas"]["Instant"] | null;
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            title: components["schemas"]["Title"];
            totalMarks: components["schemas"]["DecimalString"];
            updatedAt: components["schemas"]["Instant"];
            version: number;
            versionId: components["schemas"]["Id"] | null;
        };
        /** @description GET /api/v1/papers/{id}/preview?number=1&keys=false: one form as a candidate would see it; the same number gives the same form. */
        PaperPreview: {
            /** @description By slot, for those who may see keys and asked for them: the author's own content and key. */
            keys: {
                [key: string]: {
                    code: string;
                    content: components["schemas"]["QuestionContent"];
                    key: components["schemas"]["QuestionKey"];
                    questionId: components["schemas"]["Id"];
                };
            } | null;
            number: number;
            sections: components["schemas"]["CandidateSection"][];
        };
        PaperSealView: {
            /** @description Both have opened, or the time has come. */
            open: boolean;
            /** @description `openedAt` is of the last ten minutes, or of the opening itself. */
            openers: {
                id: components["schemas"]["Id"];
                name: string;
                openedAt: components["schemas"]["Instant"] | null;
            }[];
            sealedAt: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        /** @description Fixed slots first, then what is drawn. A section's shuffling wins over the paper's. */
        PaperSection: {
            instructions?: components["schemas"]["Title"];
            rules?: components["schemas"]["DrawRule"][];
            shuffleOptions?: boolean;
            shuffleQuestions?: boolean;
            slots: components["schemas"]["PaperSlot"][];
            title: components["schemas"]["Title"];
        };
        /** @description A slot with a fixed question version. */
        PaperSlot: {
            marks: components["schemas"]["DecimalString"];
            questionVersionId: components["schemas"]["Id"];
            scoring: components["schemas"]["MultipleScoring"];
            /** @description Stable within the paper. */
            slot: string;
        };
        PaperView: {
            acts: components["schemas"]["PaperAct"][];
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            problems: components["schemas"]["FieldProblem"][];
            questions: number;
            seal: components["schemas"]["PaperSealView"] | null;
            /** @description Sealed until then; its content opens for nobody alone. */
            sealedUntil: components["schemas"]["Instant"] | null;
            /** @description Empty while the paper is sealed. */
            sections: {
                instructions?: components["schemas"]["Title"];
                rules?: components["schemas"]["DrawRule"][];
                shuffleOptions?: boolean;
                shuffleQuestions?: boolean;
                /** @description `questionId` is null for a question that the actor does not see. */
                slots: {
                    code: string;
                    excerpt: string;
                    kind: components["schemas"]["QuestionKind"];
                    marks: components["schemas"]["DecimalString"];
                    questionId: components["schemas"]["Id"] | null;
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
            /** @description How many times it was published. */
            versions: number;
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
        /** @description What markers are given: a guide in the HTML subset, and criteria whose marks add up to at most the question's. */
        PersonKey_essay: {
            guide: string | null;
            /** @constant */
            kind: "essay";
            rubric: {
                description?: string;
                id: string;
                marks: components["schemas"]["DecimalString"];
                title: string;
            }[];
        };
        /** @description What markers are given: a guide in the HTML subset, and criteria whose marks add up to at most the question's. */
        PersonKey_file: {
            guide: string | null;
            /** @constant */
            kind: "file";
            rubric: {
                description?: string;
                id: string;
                marks: components["schemas"]["DecimalString"];
                title: string;
            }[];
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
        /** @description POST /api/v1/exams/{id}/invigilation/preview */
        PreviewAct: {
            act: components["schemas"]["ActKind"];
            scope: components["schemas"]["ActScope"];
            /** @description For `extend` and `let_in`. */
            seconds?: number;
            /** @description For `retract`: the extension that is taken back. */
            undoes?: components["schemas"]["Id"];
        };
        /** @description POST /api/v1/questions/preview: nothing stored; as the candidate would see it, and what keeps it from being stored. */
        PreviewQuestion: {
            content: components["schemas"]["QuestionContent"];
            key: components["schemas"]["QuestionKey"];
            marks: components["schemas"]["DecimalString"];
            /** @description Tries it: a response to the shown form. */
            response?: components["schemas"]["ResponseBody"];
            scoring?: components["schemas"]["MultipleScoring"] | null;
        };
        /** @description POST /api/v1/exams/{id}/seating/preview */
        PreviewSeating: {
            /** @description Seats given already stay; only those without one are placed. */
            keepSeated?: boolean;
            /**
             * @description `by_unit`: units kept apart; `random`: by the seed; `by_list`: in the order of the admission numbers.
             * @enum {string}
             */
            method: "by_unit" | "random" | "by_list";
            seed?: string;
            sittingId: components["schemas"]["Id"];
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
        QuestionComment: {
            at: components["schemas"]["Instant"];
            author: {
                id: components["schemas"]["Id"];
                name: string;
            };
            id: components["schemas"]["Id"];
            resolvedAt: components["schemas"]["Instant"] | null;
            text: string;
            versionId: components["schemas"]["Id"];
        };
        QuestionContent: components["schemas"]["SimpleContent"] | components["schemas"]["CompositeContent"];
        /** @description GET /api/v1/questions/{id}/diff?from={versionId}&to={versionId}: field by field, words marked. */
        QuestionDiff: {
            /** @description `field` is a path such as `html`, `options.B`, `key.correct`, `tags`. */
            changes: {
                field: string;
                parts: {
                    /** @enum {string} */
                    op: "same" | "added" | "removed";
                    text: string;
                }[];
            }[];
            from: components["schemas"]["QuestionVersionItem"];
            to: components["schemas"]["QuestionVersionItem"];
        };
        /** @description A file of questions. `version` is raised when an older reader would misread it. */
        QuestionExchange: {
            exportedAt: components["schemas"]["Instant"];
            /** @constant */
            format: "kaosai-questions";
            questions: components["schemas"]["ExchangedQuestion"][];
            /** @constant */
            version: 1;
        };
        /** @description POST /api/v1/question-imports (multipart `file`): nothing is stored in the bank before the commit. A large file is checked by an operation: `checking` until that ends. */
        QuestionImportView: {
            byKind: {
                count: number;
                kind: components["schemas"]["QuestionKind"];
            }[];
            /** @description Category paths (一级/二级) of the file that the target unit may not have yet. */
            categories: string[];
            columns: {
                field: components["schemas"]["ImportField"];
                heading: string;
                index: number;
                samples: string[];
            }[];
            /** @enum {string|null} */
            encoding: "utf-8" | "gb18030" | "utf-16" | null;
            fileName: string;
            id: components["schemas"]["Id"];
            /** @description Whether its columns may be given another meaning: tables only. */
            mappable: boolean;
            operationId: components["schemas"]["Id"] | null;
            /** @description Some of every kind, in the order of the file. */
            preview: {
                line: number;
                question: components["schemas"]["ExchangedQuestion"];
            }[];
            problemCount: {
                errors: number;
                warnings: number;
            };
            /** @description The first 1,000; GET /api/v1/question-imports/{id}/problems has all. */
            problems: components["schemas"]["ImportProblem"][];
            /** @description Questions that would be stored: several rows on one material make one. */
            questions: number;
            rows: {
                bad: number;
                duplicates: number;
                good: number;
                total: number;
            };
            sheet: string | null;
            /** @description Of a workbook; empty otherwise. */
            sheets: {
                hidden: boolean;
                name: string;
            }[];
            source: components["schemas"]["ImportSource"];
            /** @enum {string} */
            state: "checking" | "failed" | "mapped" | "committing" | "committed" | "discarded";
            version: number;
        };
        /** @description Stands in a table of its own that candidate queries cannot join. `explanation` is in the HTML subset. */
        QuestionKey: {
            correct: string[];
            explanation: string | null;
            /** @constant */
            kind: "single";
            /** @constant */
            schemaVersion: 1;
        } | {
            correct: string[];
            explanation: string | null;
            /** @constant */
            kind: "multiple";
            /** @constant */
            schemaVersion: 1;
        } | {
            correct: string[];
            explanation: string | null;
            /** @constant */
            kind: "true_false";
            /** @constant */
            schemaVersion: 1;
        } | {
            allOrNothing?: boolean;
            asSet?: boolean;
            compare?: components["schemas"]["TextComparison"];
            explanation: string | null;
            gaps: {
                [key: string]: {
                    texts: components["schemas"]["AcceptedAnswer"][];
                } | {
                    numbers: components["schemas"]["AcceptedQuantity"][];
                    unitRequired?: boolean;
                    units?: components["schemas"]["UnitMultiplier"][];
                };
            };
            /** @constant */
            kind: "gap_fill";
            /** @constant */
            schemaVersion: 1;
        } | {
            allOrNothing?: boolean;
            explanation: string | null;
            gaps: {
                [key: string]: string[];
            };
            /** @constant */
            kind: "cloze";
            /** @constant */
            schemaVersion: 1;
        } | {
            explanation: string | null;
            /** @constant */
            kind: "numeric";
            numbers: components["schemas"]["AcceptedQuantity"][];
            /** @constant */
            schemaVersion: 1;
            unitRequired?: boolean;
            units?: components["schemas"]["UnitMultiplier"][];
        } | {
            compare?: components["schemas"]["TextComparison"];
            explanation: string | null;
            /** @constant */
            kind: "short";
            /** @constant */
            schemaVersion: 1;
            texts: components["schemas"]["AcceptedAnswer"][];
        } | {
            allOrNothing?: boolean;
            explanation: string | null;
            /** @constant */
            kind: "matching";
            pairs: {
                [key: string]: string;
            };
            /** @constant */
            schemaVersion: 1;
        } | {
            explanation: string | null;
            /** @constant */
            kind: "ordering";
            order: string[];
            /** @enum {string} */
            rule: "exact" | "adjacent_pairs";
            /** @constant */
            schemaVersion: 1;
        } | {
            explanation: string | null;
            guide: string | null;
            /** @constant */
            kind: "essay";
            rubric: {
                description?: string;
                id: string;
                marks: components["schemas"]["DecimalString"];
                title: string;
            }[];
            /** @constant */
            schemaVersion: 1;
        } | {
            explanation: string | null;
            guide: string | null;
            /** @constant */
            kind: "file";
            rubric: {
                description?: string;
                id: string;
                marks: components["schemas"]["DecimalString"];
                title: string;
            }[];
            /** @constant */
            schemaVersion: 1;
        } | {
            explanation: string | null;
            /** @constant */
            kind: "composite";
            parts: {
                [key: string]: {
                    correct: string[];
                    explanation?: string | null;
                    /** @constant */
                    kind: "single";
                } | {
                    correct: string[];
                    explanation?: string | null;
                    /** @constant */
                    kind: "multiple";
                } | {
                    correct: string[];
                    explanation?: string | null;
                    /** @constant */
                    kind: "true_false";
                } | {
                    allOrNothing?: boolean;
                    asSet?: boolean;
                    compare?: components["schemas"]["TextComparison"];
                    explanation?: string | null;
                    gaps: {
                        [key: string]: {
                            texts: components["schemas"]["AcceptedAnswer"][];
                        } | {
                            numbers: components["schemas"]["AcceptedQuantity"][];
                            unitRequired?: boolean;
                            units?: components["schemas"]["UnitMultiplier"][];
                        };
                    };
                    /** @constant */
                    kind: "gap_fill";
                } | {
                    allOrNothing?: boolean;
                    explanation?: string | null;
                    gaps: {
                        [key: string]: string[];
                    };
                    /** @constant */
                    kind: "cloze";
                } | {
                    explanation?: string | null;
                    /** @constant */
                    kind: "numeric";
                    numbers: components["schemas"]["AcceptedQuantity"][];
                    unitRequired?: boolean;
                    units?: components["schemas"]["UnitMultiplier"][];
                } | {
                    compare?: components["schemas"]["TextComparison"];
                    explanation?: string | null;
                    /** @constant */
                    kind: "short";
                    texts: components["schemas"]["AcceptedAnswer"][];
                } | {
                    allOrNothing?: boolean;
                    explanation?: string | null;
                    /** @constant */
                    kind: "matching";
                    pairs: {
                        [key: string]: string;
                    };
                } | {
                    explanation?: string | null;
                    /** @constant */
                    kind: "ordering";
                    order: string[];
                    /** @enum {string} */
                    rule: "exact" | "adjacent_pairs";
                } | {
                    explanation?: string | null;
                    guide: string | null;
                    /** @constant */
                    kind: "essay";
                    rubric: {
                        description?: string;
                        id: string;
                        marks: components["schemas"]["DecimalString"];
                        title: string;
                    }[];
                } | {
                    explanation?: string | null;
                    guide: string | null;
                    /** @constant */
                    kind: "file";
                    rubric: {
                        description?: string;
                        id: string;
                        marks: components["schemas"]["DecimalString"];
                        title: string;
                    }[];
                };
            };
            /** @constant */
            schemaVersion: 1;
        };
        /** @enum {string} */
        QuestionKind: "single" | "multiple" | "true_false" | "gap_fill" | "numeric" | "short" | "matching" | "ordering" | "cloze" | "composite" | "essay" | "file";
        QuestionListItem: {
            category: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            } | null;
            code: string;
            createdBy: components["schemas"]["Id"] | null;
            /** @description 0 (easy) to 1 (hard), as declared by the author. */
            difficulty: number | null;
            /** @description A newer version in work beside the published one. */
            draft: {
                number: number;
                /** @enum {string} */
                state: "draft" | "in_review";
                versionId: components["schemas"]["Id"];
            } | null;
            excerpt: string;
            /** @description Mean mark ÷ full marks over all released responses, four digits; null before there are any. */
            facility: components["schemas"]["DecimalString"] | null;
            id: components["schemas"]["Id"];
            jobFields: string[];
            kind: components["schemas"]["QuestionKind"];
            lastUsedAt: components["schemas"]["Instant"] | null;
            number: number;
            orgUnit: components["schemas"]["OrgUnitRef"];
            /** @description Papers whose published version holds it; sealed ones are not told of. */
            papers: number;
            state: components["schemas"]["QuestionState"];
            subject: string | null;
            tags: string[];
            updatedAt: components["schemas"]["Instant"];
            versionId: components["schemas"]["Id"];
        };
        QuestionPreview: {
            /** @description How the tried response is marked, and why; null without one, or when the key cannot be used. */
            marking: components["schemas"]["TriedMark"] | null;
            problems: {
                code: string;
                params?: {
                    [key: string]: unknown;
                };
                path: string;
            }[];
            question: components["schemas"]["CandidateQuestion"] | null;
        };
        /**
         * @description Draft → in review → published → retired. A published question may have a newer version in draft or in review beside it.
         * @enum {string}
         */
        QuestionState: "draft" | "in_review" | "published" | "retired";
        QuestionTag: {
            questions: number;
            tag: string;
        };
        QuestionUse: {
            at: components["schemas"]["Instant"];
            forms: number;
            id: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
            /** @enum {string} */
            type: "paper" | "exam";
            versionNumber: number;
        };
        /** @description GET /api/v1/questions/{id}/uses: those in the actor's scope, newest first; sealed papers are not told of. */
        QuestionUses: {
            /** @description Papers and exams of units that the actor may not look into. */
            elsewhere: number;
            items: components["schemas"]["QuestionUse"][];
        };
        QuestionVersionItem: {
            createdAt: components["schemas"]["Instant"];
            createdBy: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuestionKind"];
            note: string | null;
            number: number;
            reviewedAt: components["schemas"]["Instant"] | null;
            reviewedBy: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            /** @enum {string} */
            state: "draft" | "in_review" | "published" | "superseded" | "returned";
        };
        /** @description GET /api/v1/questions/{id}/versions/{versionId} */
        QuestionVersionView: {
            content: components["schemas"]["QuestionContent"];
            createdAt: components["schemas"]["Instant"];
            createdBy: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            defaultMarks: components["schemas"]["DecimalString"];
            difficulty: number | null;
            id: components["schemas"]["Id"];
            key: components["schemas"]["QuestionKey"];
            kind: components["schemas"]["QuestionKind"];
            note: string | null;
            number: number;
            reviewedAt: components["schemas"]["Instant"] | null;
            reviewedBy: {
                id: components["schemas"]["Id"];
                name: string;
            } | null;
            scoring: components["schemas"]["MultipleScoring"] | null;
            source: string | null;
            /** @enum {string} */
            state: "draft" | "in_review" | "published" | "superseded" | "returned";
            subject: string | null;
        };
        QuestionView: {
            acts: ("edit" | "submit" | "withdraw" | "approve" | "return" | "retire" | "restore" | "delete" | "comment")[];
            category: {
                id: components["schemas"]["Id"];
                title: components["schemas"]["Title"];
            } | null;
            code: string;
            content: components["schemas"]["QuestionContent"];
            createdBy: components["schemas"]["Id"] | null;
            defaultMarks: components["schemas"]["DecimalString"];
            /** @description 0 (easy) to 1 (hard), as declared by the author. */
            difficulty: number | null;
            /** @description A newer version in work beside the published one. */
            draft: {
                number: number;
                /** @enum {string} */
                state: "draft" | "in_review";
                versionId: components["schemas"]["Id"];
            } | null;
            excerpt: string;
            /** @description Mean mark ÷ full marks over all released responses, four digits; null before there are any. */
            facility: components["schemas"]["DecimalString"] | null;
            id: components["schemas"]["Id"];
            jobFields: string[];
            key: components["schemas"]["QuestionKey"];
            kind: components["schemas"]["QuestionKind"];
            lastUsedAt: components["schemas"]["Instant"] | null;
            number: number;
            orgUnit: components["schemas"]["OrgUnitRef"];
            /** @description Papers whose published version holds it; sealed ones are not told of. */
            papers: number;
            scoring: components["schemas"]["MultipleScoring"] | null;
            /**
             * @description Whether the content shown is the draft's or the published version's.
             * @enum {string}
             */
            shown: "draft" | "published";
            source: string | null;
            sourceArticle: {
                id: components["schemas"]["Id"];
                label: string;
                referenceId: components["schemas"]["Id"];
                referenceTitle: components["schemas"]["Title"];
                text: string;
            } | null;
            state: components["schemas"]["QuestionState"];
            subject: string | null;
            tags: string[];
            updatedAt: components["schemas"]["Instant"];
            /** @description Raised by every change of the question or of its draft: the value for `If-Match`. */
            version: number;
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
        /** @description POST /api/v1/attempts/{id}/openings: what the candidate has just looked at, at most 50. */
        RecordOpenings: {
            articleIds: components["schemas"]["Id"][];
        };
        /** @description One article (条) of a regulation, under its chapter (章). */
        ReferenceArticle: {
            chapter: string | null;
            id: components["schemas"]["Id"];
            label: string;
            ordinal: number;
            text: string;
        };
        /** @description POST /api/v1/references/read-file (multipart `file`: PDF, Markdown, plain text): nothing is stored; the text goes to the preview and is stored from there. */
        ReferenceFile: {
            articles: number;
            /** @enum {string} */
            format: "pdf" | "text";
            text: string;
            /** @description Its first line, as a proposal. */
            title: string;
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
        /**
         * @description By hand, as soon as an attempt is marked, or everybody at one time.
         * @enum {string}
         */
        ReleasePolicy: "manual" | "when_marked" | "at_time";
        /** @description POST /api/v1/exams/{id}/candidates/removal: before the papers are drawn. */
        RemoveCandidates: {
            candidateIds: components["schemas"]["Id"][];
        };
        RenamedTags: {
            questions: number;
        };
        /** @description POST /api/v1/question-tags/rename: on every question that the actor may write; several become one. */
        RenameTags: {
            from: string[];
            /** @description Null takes the tags away. */
            to: string | null;
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
        /** @description POST /api/v1/attempts/{id}/incidents: at most 20; the ids make a repeated report harmless. */
        ReportIncidents: {
            items: {
                at: components["schemas"]["Instant"];
                id: components["schemas"]["Id"];
                kind: components["schemas"]["ClientIncidentKind"];
                seconds?: number;
            }[];
        };
        /**
         * @description A response, by kind. Ids are those of the candidate's own form, not the author's.
         *     - `chosen`: single, multiple, true_false: the chosen options, sorted; ordering: all items, in the candidate's order
         *     - `text`: numeric, short, essay
         *     - `gaps`: gap_fill: text by gap; cloze: option by gap; matching: right by left
         *     - `files`: file: asset ids
         *     - `parts`: composite: one response by part An answer that was cleared has none of them, or an empty one.
         */
        ResponseBody: {
            chosen?: string[];
            files?: components["schemas"]["Id"][];
            flagged?: boolean;
            gaps?: {
                [key: string]: string;
            };
            parts?: {
                [key: string]: components["schemas"]["SimpleResponse"];
            };
            text?: string;
        };
        /** @description POST /api/v1/questions/{id}/return (If-Match): the note becomes a comment on the version. */
        ReturnQuestion: {
            note: string;
        };
        /** @description From when a candidate may see a part of the result. */
        ReviewMoment: {
            /** @description For `at_time`; never before the release either. */
            at?: components["schemas"]["Instant"];
            /** @enum {string} */
            when: "never" | "after_release" | "at_time";
        };
        /** @description POST /api/v1/questions/{id}/{submit | withdraw | approve | retire | restore} (If-Match) */
        ReviewNote: {
            note?: string;
        };
        /** @description What a candidate may see of their own result, part by part; what is not named is never shown. */
        ReviewPolicy: {
            explanations: components["schemas"]["ReviewMoment"];
            keys: components["schemas"]["ReviewMoment"];
            /** @description Per question; the total itself comes with the release. */
            marks: components["schemas"]["ReviewMoment"];
            responses: components["schemas"]["ReviewMoment"];
        };
        /** @description The aggregate moved to revision `to`; read the snapshot again if it is newer than yours. */
        RevisionRaised: {
            room: string;
            to: number;
        };
        /** @description The ids of options, gaps, items and parts: 1–32 letters, digits, `-` and `_`. They are the author's; a candidate's form has its own. */
        RichItem: {
            /** @description The restricted subset, sanitised on write. */
            html: string;
            id: string;
        };
        RoomInvigilatorsDto: {
            people: components["schemas"]["InvigilatorDto"][];
        };
        /**
         * @description What a view is of. A room is `<kind>:<id>`; who may join is the policy's to say. `board`: public. `judging`: judges of the stage. `chief`: its chief. `heat`: organizers. `exam`: invigilators and organizers. `attempt`: its candidate, with an AttemptLiveView. `wall`: invigilators, of an exam or of one room, with WallFrames.
         * @enum {string}
         */
        RoomKind: "board" | "judging" | "chief" | "heat" | "edition" | "exam" | "attempt" | "wall";
        /** @description POST /api/v1/exams/{id}/rooms/{roomId}/password: shown this once, to be printed; the old one no longer opens. */
        RoomPassword: {
            password: string;
            roomId: components["schemas"]["Id"];
        };
        RoomView: {
            addressRanges: string[];
            candidates: number;
            capacity: number;
            columns: number | null;
            id: components["schemas"]["Id"];
            passwordSetAt: components["schemas"]["Instant"] | null;
            place: string | null;
            rows: number | null;
            seated: number;
            sittingId: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
            version: number;
        };
        RuledIncidentDto: Record<string, never>;
        RuleFeasibility: {
            /** @description The most that it could have while the other rules keep their number. */
            available: number;
            /** @description Questions that the filter finds, without fixed ones and those that may not meet them. */
            found: number;
            id: string;
            /** @description How many this rule lacks when all rules are filled together as well as can be. */
            short: number;
            wanted: number;
        };
        /** @description POST /api/v1/exams/{id}/candidates/rulings */
        RuleOnCandidates: {
            candidateIds: components["schemas"]["Id"][];
            reason: string;
            ruling: components["schemas"]["CandidateRuling"];
        };
        /** @description POST /api/v1/exams/{id}/incidents/rulings: all of them, or none. `version` as it was seen. */
        RuleOnIncidents: {
            incidents: {
                id: components["schemas"]["Id"];
                version: number;
            }[];
            reason: string;
            /** @enum {string} */
            ruling: "violation" | "dismissed";
        };
        /** @enum {string} */
        RulingState: "open" | "violation" | "dismissed";
        RulingsView: {
            changed: number;
            unchanged: {
                candidateId: components["schemas"]["Id"];
                name: string;
                /** @enum {string} */
                why: "already" | "sitting_now" | "has_result" | "not_missed" | "already_there";
            }[];
        };
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
        /**
         * @description `passed`: the section or question is behind the candidate, or its time is over; nothing is stored.
         * @enum {string}
         */
        SaveOutcome: "stored" | "superseded" | "replay" | "conflict" | "closed" | "busy" | "passed";
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
        /** @description POST /api/v1/papers/{id}/seal */
        SealPaper: {
            /** @description At least two people who may open it together before the time. */
            openerIds: components["schemas"]["Id"][];
            /** @description Nobody, alone or together, sees the content before that, but two openers. */
            until: components["schemas"]["Instant"];
        };
        SeatedCandidate: {
            admissionNumber: string;
            candidateId: components["schemas"]["Id"];
            name: string;
            seat: number;
            unit: components["schemas"]["OrgUnitRef"];
        };
        SeatingView: {
            /** @description Pass it back: refused when the people or the rooms have changed since. */
            digest: string;
            rooms: {
                capacity: number;
                columns: number | null;
                id: components["schemas"]["Id"];
                rows: number | null;
                seats: components["schemas"]["SeatedCandidate"][];
                title: components["schemas"]["Title"];
            }[];
            /** @description Pairs side by side, or one behind the other, of one unit. */
            sameUnitNeighbours: number;
            seed: string;
            /** @description Need a room of their own: placed by hand. */
            separate: number;
            sittingId: components["schemas"]["Id"];
            /** @description For whom there is no seat. */
            unplaced: number;
        };
        /** @description GET /api/v1/exams/{id}/rooms/{roomId}/seats: the seat plan, the door list and the sign-in sheet. */
        SeatPlan: {
            room: components["schemas"]["RoomView"];
            seats: {
                admissionNumber: string;
                candidateId: components["schemas"]["Id"];
                name: string;
                seat: number | null;
                staffNumber: string | null;
                state: components["schemas"]["AttemptState"];
                unit: components["schemas"]["OrgUnitRef"];
            }[];
            sitting: {
                id: components["schemas"]["Id"];
                lateUntil: components["schemas"]["Instant"];
                opensAt: components["schemas"]["Instant"];
                title: components["schemas"]["Title"];
            };
        };
        /** @description POST /api/v1/exams/{id}/candidates/selection: everybody of these units, or of those among them with one of the dictionary entries. */
        SelectCandidates: {
            /** @description Only says who would be added. */
            dryRun: boolean;
            /** @description Job fields and service lines; empty: everybody. */
            entryIds: components["schemas"]["Id"][];
            orgUnitIds: components["schemas"]["Id"][];
            sittingId?: components["schemas"]["Id"];
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
            /** @description Begun in the hall: it may sit this one exam and nothing else. */
            exam: {
                candidateId: components["schemas"]["Id"];
                id: components["schemas"]["Id"];
            } | null;
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
        ShortContent: {
            html: string;
            /** @constant */
            kind: "short";
            /** @description In characters; 500 when absent. */
            maxLength?: number;
            /** @constant */
            schemaVersion: 1;
        };
        ShortKey: {
            compare?: components["schemas"]["TextComparison"];
            /** @constant */
            kind: "short";
            texts: components["schemas"]["AcceptedAnswer"][];
        };
        /** @description POST /api/v1/session */
        SignIn: {
            password: string;
            username: string;
        };
        /** @description GET /api/v1/keys/attempt-log */
        SigningKeyView: {
            /** @constant */
            algorithm: "Ed25519";
            keyId: string;
            /** @description SubjectPublicKeyInfo. */
            pem: string;
        };
        /** @description Questions that read almost the same. */
        SimilarQuestion: {
            code: string;
            excerpt: string;
            id: components["schemas"]["Id"];
            orgUnit: components["schemas"]["OrgUnitRef"];
            /** @description Share of common character pairs (Jaccard), two digits: 0.80 to 1.00. */
            similarity: components["schemas"]["DecimalString"];
        };
        SimpleContent: components["schemas"]["ChoiceContent_single"] | components["schemas"]["ChoiceContent_multiple"] | components["schemas"]["ChoiceContent_true_false"] | components["schemas"]["GapFillContent"] | components["schemas"]["ClozeContent"] | components["schemas"]["NumericContent"] | components["schemas"]["ShortContent"] | components["schemas"]["MatchingContent"] | components["schemas"]["OrderingContent"] | components["schemas"]["EssayContent"] | components["schemas"]["FileContent"];
        SimpleKey: components["schemas"]["ChoiceKey_single"] | components["schemas"]["ChoiceKey_multiple"] | components["schemas"]["ChoiceKey_true_false"] | components["schemas"]["GapFillKey"] | components["schemas"]["ClozeKey"] | components["schemas"]["NumericKey"] | components["schemas"]["ShortKey"] | components["schemas"]["MatchingKey"] | components["schemas"]["OrderingKey"] | components["schemas"]["PersonKey_essay"] | components["schemas"]["PersonKey_file"];
        /** @description What a response to anything but a composite question may hold. */
        SimpleResponse: {
            chosen?: string[];
            files?: components["schemas"]["Id"][];
            gaps?: {
                [key: string]: string;
            };
            text?: string;
        };
        /** @description GET /api/v1/exams/{id}/sittings, in order of time. */
        SittingView: {
            candidates: number;
            id: components["schemas"]["Id"];
            lateUntil: components["schemas"]["Instant"];
            opensAt: components["schemas"]["Instant"];
            ordinal: number;
            rooms: components["schemas"]["RoomView"][];
            title: components["schemas"]["Title"];
            version: number;
            /** @description Not in any room yet. */
            withoutRoom: number;
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
        /** @description POST /api/v1/my/exams/{examId}/start */
        StartExam: {
            accessCode?: string;
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
        TextComparison: {
            caseSensitive?: boolean;
            ignorePunctuation?: boolean;
            /** @enum {string} */
            whitespace?: "collapse" | "remove";
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
        TriedMark: {
            given: string | string[] | null;
            mark: components["schemas"]["DecimalString"] | null;
            matched: string | string[] | null;
            maxMark: components["schemas"]["DecimalString"];
            parts: {
                fraction: components["schemas"]["DecimalString"];
                given: string | null;
                id: string;
                matched: string | null;
                state: string;
            }[];
            rule: string;
            /** @enum {string} */
            state: "right" | "partial" | "wrong" | "not-answered" | "needs-person";
        };
        UnitMultiplier: {
            multiplier: components["schemas"]["DecimalString"];
            unit: string;
        };
        /** @description POST /api/v1/assets (authors) and POST /api/v1/attempts/{id}/files (candidates): multipart `file`; what it is is told by its content. */
        UploadedFile: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["FileKind"];
            mediaType: string;
            /** @description In bytes. */
            size: number;
        };
        /** @description One candidate on the wall. What depends on the clock alone (silent for how long) the page works out from the moments. */
        WallCandidate: {
            admissionNumber: string;
            answered: number;
            attemptId: components["schemas"]["Id"] | null;
            deadline: components["schemas"]["Instant"] | null;
            extraSeconds: number;
            id: components["schemas"]["Id"];
            lastSavedAt: components["schemas"]["Instant"] | null;
            letInUntil: components["schemas"]["Instant"] | null;
            name: string;
            /** @description Since when nothing was heard of the page; null while it is there, or when it never gave a sign of life of its own. */
            offlineSince: components["schemas"]["Instant"] | null;
            openIncidents: number;
            pausedAt: components["schemas"]["Instant"] | null;
            roomId: components["schemas"]["Id"] | null;
            seat: number | null;
            sittingId: components["schemas"]["Id"];
            staffNumber: string | null;
            startedAt: components["schemas"]["Instant"] | null;
            state: components["schemas"]["AttemptState"];
            submittedAt: components["schemas"]["Instant"] | null;
            /** @enum {string|null} */
            submittedBy: "candidate" | "clock" | "invigilator" | null;
            unit: components["schemas"]["OrgUnitRef"];
            /** @description Answers that the page said it still holds. */
            unsent: number;
            violations: number;
            /** @description Acts done to them that their page has not acknowledged. */
            waitingActs: number;
        };
        /** @description What `view.changed` carries in a room `wall:<id>`: whole candidates, and the lists that changed. */
        WallFrame: {
            acts?: components["schemas"]["ActView"][];
            candidates: components["schemas"]["WallCandidate"][];
            incidents?: components["schemas"]["OpenIncidents"][];
            now: components["schemas"]["Instant"];
            /** @description No longer in this audience. */
            removed: components["schemas"]["Id"][];
        };
        WallRoom: {
            id: components["schemas"]["Id"];
            invigilators: string[];
            place: string | null;
            seatColumns: number | null;
            seatRows: number | null;
            sittingId: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
        };
        /** @description GET /api/v1/exams/{id}/wall: what this actor invigilates or may watch. */
        WallView: {
            /** @description The newest first; the last 30. */
            acts: components["schemas"]["ActView"][];
            candidates: components["schemas"]["WallCandidate"][];
            exam: {
                durationSeconds: number;
                id: components["schemas"]["Id"];
                lateUntil: components["schemas"]["Instant"];
                opensAt: components["schemas"]["Instant"];
                questions: number;
                title: components["schemas"]["Title"];
            };
            incidents: components["schemas"]["OpenIncidents"][];
            /** @description The live rooms to watch: `wall:<exam id>`, or `wall:<room id>` for each room of somebody who invigilates rooms. */
            live: string[];
            mayAct: boolean;
            /** @description Whether this actor may cancel attempts. */
            mayCancel: boolean;
            now: components["schemas"]["Instant"];
            /** @description The database's clock, in milliseconds, read before the view: frames go from one such moment to a later one. */
            revision: number;
            rooms: components["schemas"]["WallRoom"][];
            /** @description Online without a save for longer than this is silent. */
            silentAfterSeconds: number;
            sittings: {
                id: components["schemas"]["Id"];
                lateUntil: components["schemas"]["Instant"];
                opensAt: components["schemas"]["Instant"];
                title: components["schemas"]["Title"];
            }[];
        };
        WatchCommand: {
            room: string;
        };
        /** @description GET, PUT /api/v1/questions/{id}/apart: the questions that it may not meet in a form. */
        WriteApart: {
            questionIds: components["schemas"]["Id"][];
        };
        /** @description PUT /api/v1/exams/{id}/candidates/{candidateId} (If-Match) */
        WriteCandidate: {
            accommodations: components["schemas"]["Accommodations"];
            roomId: components["schemas"]["Id"] | null;
            seat: number | null;
            sittingId: components["schemas"]["Id"];
        };
        /** @description GET /api/v1/attempts/{id}/notes; PUT /api/v1/attempts/{id}/notes/{articleId} */
        WriteCandidateNote: {
            bookmarked: boolean;
            /** @description At most 2,000 characters. */
            text: string;
        };
        /** @description POST /api/v1/question-categories, PUT /api/v1/question-categories/{id} (If-Match) */
        WriteCategory: {
            orgUnitId: components["schemas"]["Id"];
            parentId: components["schemas"]["Id"] | null;
            sharedBelow: boolean;
            sharedWithIds: components["schemas"]["Id"][];
            title: components["schemas"]["Title"];
        };
        /** @description POST /api/v1/questions/{id}/comments */
        WriteComment: {
            text: string;
        };
        /** @description POST /api/v1/dictionaries/{name}, PUT /api/v1/dictionaries/{name}/{id} */
        WriteDictionaryEntry: {
            code: string;
            sort: number;
            title: components["schemas"]["Title"];
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
            /** @description Asked for at the start; null takes it away. */
            accessCode?: string | null;
            /** @description CIDR, IPv4 or IPv6; empty: from anywhere. */
            addressRanges?: string[];
            attemptPolicy?: components["schemas"]["AttemptPolicy"];
            attemptsAllowed?: number;
            durationSeconds: number;
            /** @description Nobody may submit sooner after starting. */
            earliestSubmitSeconds?: number;
            graceSeconds?: number;
            instructions?: components["schemas"]["Title"] | null;
            /** @description Nobody may start later. */
            lateUntil: components["schemas"]["Instant"];
            mode: components["schemas"]["ExamMode"];
            navigation?: components["schemas"]["ExamNavigation"];
            opensAt: components["schemas"]["Instant"];
            orgUnitId: components["schemas"]["Id"];
            paperId: components["schemas"]["Id"];
            passMark?: components["schemas"]["DecimalString"] | null;
            referenceIds: components["schemas"]["Id"][];
            release?: components["schemas"]["ReleasePolicy"];
            releaseAt?: components["schemas"]["Instant"] | null;
            review?: components["schemas"]["ReviewPolicy"];
            /** @description For each section of the paper in order; null where it has none of its own. */
            sectionSeconds?: (number | null)[] | null;
            /** @description More than one time slot; the window above is then theirs together. */
            sittings?: components["schemas"]["WriteSitting"][];
            title: components["schemas"]["Title"];
        };
        /** @description The rules of an exam; what is left out is as it was, or as the defaults say. */
        WriteExamRules: {
            /** @description Asked for at the start; null takes it away. */
            accessCode?: string | null;
            /** @description CIDR, IPv4 or IPv6; empty: from anywhere. */
            addressRanges?: string[];
            attemptPolicy?: components["schemas"]["AttemptPolicy"];
            attemptsAllowed?: number;
            /** @description Nobody may submit sooner after starting. */
            earliestSubmitSeconds?: number;
            instructions?: components["schemas"]["Title"] | null;
            navigation?: components["schemas"]["ExamNavigation"];
            release?: components["schemas"]["ReleasePolicy"];
            releaseAt?: components["schemas"]["Instant"] | null;
            review?: components["schemas"]["ReviewPolicy"];
            /** @description For each section of the paper in order; null where it has none of its own. */
            sectionSeconds?: (number | null)[] | null;
        };
        /** @description PUT: what is not named is not touched; a named place has exactly these people afterwards. */
        WriteInvigilators: {
            exam?: {
                personId: components["schemas"]["Id"];
                /** @enum {string} */
                role: "invigilator" | "chief_invigilator";
            }[];
            rooms?: {
                people: {
                    personId: components["schemas"]["Id"];
                    /** @enum {string} */
                    role: "invigilator" | "chief_invigilator";
                }[];
                roomId: components["schemas"]["Id"];
            }[];
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
        /** @description POST /api/v1/questions; PUT /api/v1/questions/{id} (If-Match) writes the draft and, of a published question, begins a new version. */
        WriteQuestion: {
            categoryId: components["schemas"]["Id"] | null;
            content: components["schemas"]["QuestionContent"];
            defaultMarks: components["schemas"]["DecimalString"];
            difficulty: number | null;
            jobFields: string[];
            key: components["schemas"]["QuestionKey"];
            /** @description What was changed and why, for the history. */
            note?: string;
            orgUnitId: components["schemas"]["Id"];
            scoring?: components["schemas"]["MultipleScoring"] | null;
            source: string | null;
            sourceArticleId: components["schemas"]["Id"] | null;
            subject: string | null;
            tags: string[];
        };
        /** @description POST /api/v1/references: Markdown or plain text with 第…章 and 第…条. */
        WriteReference: {
            orgUnitId: components["schemas"]["Id"];
            text: string;
            title: components["schemas"]["Title"];
        };
        /** @description POST /api/v1/exams/{id}/rooms and PUT …/{roomId} (If-Match); the sitting of a room never changes. */
        WriteRoom: {
            addressRanges?: string[];
            capacity: number;
            columns?: number | null;
            place?: string | null;
            /** @description A seat grid, both or none; rows × columns ≥ capacity. */
            rows?: number | null;
            sittingId: components["schemas"]["Id"];
            title: components["schemas"]["Title"];
        };
        /** @description POST /api/v1/exams/{id}/sittings and PUT …/{sittingId} (If-Match) */
        WriteSitting: {
            /** @description Nobody may start later, unless an invigilator lets them in. */
            lateUntil: components["schemas"]["Instant"];
            opensAt: components["schemas"]["Instant"];
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
    Assets_upload: {
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
            /** @description UploadedFile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
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
    Assets_read: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    AttemptLive_acknowledge: {
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
                "application/json": components["schemas"]["AcknowledgeActs"];
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
    AttemptLive_eventLog: {
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
            /** @description EventLogFile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventLogFile"];
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
    AttemptFiles_upload: {
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
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description UploadedFile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
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
    AttemptFiles_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assetId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    AttemptLive_report: {
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
                "application/json": components["schemas"]["ReportIncidents"];
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
    AttemptLive_view: {
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
            /** @description AttemptLiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptLiveView"];
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
    OpenBook_notes: {
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
            /** @description CandidateNote */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateNote"][];
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
    OpenBook_writeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                articleId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteCandidateNote"];
            };
        };
        responses: {
            /** @description CandidateNote */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateNote"];
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
    OpenBook_open: {
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
                "application/json": components["schemas"]["RecordOpenings"];
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
    OpenBook_enterStep: {
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
                "application/json": components["schemas"]["EnterStep"];
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
    Dictionaries_list: {
        parameters: {
            query?: {
                /** @description Archived entries, too */
                archived?: boolean;
            };
            header?: never;
            path: {
                name: "subject" | "job_field" | "service_line" | "instructor_type";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DictionaryEntry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"][];
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
    Dictionaries_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description A UUID of the client; kept for 7 days */
                "Idempotency-Key"?: string;
            };
            path: {
                name: "subject" | "job_field" | "service_line" | "instructor_type";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteDictionaryEntry"];
            };
        };
        responses: {
            /** @description DictionaryEntry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"];
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
    Dictionaries_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: "subject" | "job_field" | "service_line" | "instructor_type";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteDictionaryEntry"];
            };
        };
        responses: {
            /** @description DictionaryEntry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"];
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
    Dictionaries_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: "subject" | "job_field" | "service_line" | "instructor_type";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DictionaryEntry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"];
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
    Dictionaries_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: "subject" | "job_field" | "service_line" | "instructor_type";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DictionaryEntry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryEntry"];
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
    Exams_change: {
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
                "application/json": components["schemas"]["ApplyExamChange"];
            };
        };
        responses: {
            /** @description ExamChanged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamChanged"];
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
    Marks_list: {
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
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AwaitingMark */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AwaitingMark"][];
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
    Candidates_list: {
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
    Candidates_add: {
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
    Candidates_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidateId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CandidateView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateView"];
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
    Candidates_write: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidateId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteCandidate"];
            };
        };
        responses: {
            /** @description CandidateView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateView"];
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
    Candidates_issueCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidateId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueEntryCode"];
            };
        };
        responses: {
            /** @description EntryCode */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryCode"];
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
    Candidates_import: {
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
                "application/json": components["schemas"]["ImportCandidates"];
            };
        };
        responses: {
            /** @description CandidateImport */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateImport"];
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
    Candidates_remove: {
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
                "application/json": components["schemas"]["RemoveCandidates"];
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
    Candidates_rule: {
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
                "application/json": components["schemas"]["RuleOnCandidates"];
            };
        };
        responses: {
            /** @description RulingsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulingsView"];
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
    Candidates_select: {
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
                "application/json": components["schemas"]["SelectCandidates"];
            };
        };
        responses: {
            /** @description CandidateSelection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateSelection"];
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
    Exams_previewChange: {
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
                "application/json": components["schemas"]["ChangeExam"];
            };
        };
        responses: {
            /** @description ExamChangePreview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamChangePreview"];
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
    Invigilation_listIncidents: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                kind?: "focus_lost" | "focus_returned" | "fullscreen_left" | "fullscreen_returned" | "copy" | "paste" | "print" | "context_menu" | "second_device" | "talking" | "material" | "device" | "impersonation" | "disorder" | "other" | "address_changed";
                limit?: number;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
                state?: "open" | "violation" | "dismissed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description IncidentView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IncidentView"][];
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
    Invigilation_noteIncident: {
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
                "application/json": components["schemas"]["NoteIncident"];
            };
        };
        responses: {
            /** @description IncidentView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentView"];
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
    Invigilation_rule: {
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
                "application/json": components["schemas"]["RuleOnIncidents"];
            };
        };
        responses: {
            /** @description IncidentView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentView"][];
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
    Invigilation_listActs: {
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
            /** @description ActView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActView"][];
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
    Invigilation_carryOut: {
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
                "application/json": components["schemas"]["CarryOutAct"];
            };
        };
        responses: {
            /** @description ActView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActView"];
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
    Invigilation_preview: {
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
                "application/json": components["schemas"]["PreviewAct"];
            };
        };
        responses: {
            /** @description ActPreview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActPreview"];
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
    Invigilation_listInvigilators: {
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
            /** @description InvigilatorsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvigilatorsView"];
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
    Invigilation_writeInvigilators: {
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
                "application/json": components["schemas"]["WriteInvigilators"];
            };
        };
        responses: {
            /** @description InvigilatorsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvigilatorsView"];
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
    Candidates_makeUp: {
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
                "application/json": components["schemas"]["MakeUp"];
            };
        };
        responses: {
            /** @description RulingsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulingsView"];
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
    Marks_give: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attemptId: string;
                id: string;
                slot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveMark"];
            };
        };
        responses: {
            /** @description MarkGiven */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkGiven"];
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
    ExamSetUp_addRoom: {
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
                "application/json": components["schemas"]["WriteRoom"];
            };
        };
        responses: {
            /** @description RoomView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
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
    ExamSetUp_writeRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteRoom"];
            };
        };
        responses: {
            /** @description RoomView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomView"];
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
    ExamSetUp_removeRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roomId: string;
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
    ExamSetUp_rotatePassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoomPassword */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomPassword"];
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
    ExamSetUp_seatPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SeatPlan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatPlan"];
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
    ExamSetUp_applySeating: {
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
                "application/json": components["schemas"]["ApplySeating"];
            };
        };
        responses: {
            /** @description SeatingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatingView"];
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
    ExamSetUp_previewSeating: {
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
                "application/json": components["schemas"]["PreviewSeating"];
            };
        };
        responses: {
            /** @description SeatingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatingView"];
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
    ExamSetUp_listSittings: {
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
            /** @description SittingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SittingView"][];
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
    ExamSetUp_addSitting: {
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
                "application/json": components["schemas"]["WriteSitting"];
            };
        };
        responses: {
            /** @description SittingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SittingView"];
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
    ExamSetUp_writeSitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sittingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteSitting"];
            };
        };
        responses: {
            /** @description SittingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SittingView"];
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
    ExamSetUp_removeSitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                sittingId: string;
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
    Invigilation_wall: {
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
            /** @description WallView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WallView"];
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
    Keys_attemptLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SigningKeyView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningKeyView"];
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartExam"];
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
                sealed?: boolean;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
                state?: "draft" | "published" | "retired";
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
    Papers_remove: {
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
    PaperDesk_log: {
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
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PaperAccessItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaperAccessItem"][];
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
    Papers_copy: {
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
    PaperDesk_distribution: {
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
            /** @description PaperDistribution */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperDistribution"];
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
    PaperDesk_open: {
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
    PaperDesk_preview: {
        parameters: {
            query?: {
                /** @description With the keys, for who may see them */
                keys?: boolean;
                number?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PaperPreview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperPreview"];
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
    Papers_restore: {
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
    Papers_retire: {
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
    Papers_revise: {
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
    PaperDesk_seal: {
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
                "application/json": components["schemas"]["SealPaper"];
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
    Papers_checkFeasibility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckBlueprint"];
            };
        };
        responses: {
            /** @description BlueprintFeasibility */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlueprintFeasibility"];
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
    Categories_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CategoryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryView"][];
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
    Categories_create: {
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
                "application/json": components["schemas"]["WriteCategory"];
            };
        };
        responses: {
            /** @description CategoryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryView"];
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
    Categories_update: {
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
                "application/json": components["schemas"]["WriteCategory"];
            };
        };
        responses: {
            /** @description CategoryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryView"];
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
    Categories_delete: {
        parameters: {
            query?: {
                /** @description Where its questions and categories go first */
                moveTo?: string;
            };
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
    Categories_move: {
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
                "application/json": components["schemas"]["MoveCategory"];
            };
        };
        responses: {
            /** @description CategoryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryView"];
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
    QuestionExports_begin: {
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
                "application/json": components["schemas"]["ExportQuestions"];
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
    QuestionExports_file: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    QuestionImports_problems: {
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
            /** @description ImportProblem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProblem"][];
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
    QuestionDesk_listTags: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionTag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionTag"][];
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
    QuestionDesk_renameTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameTags"];
            };
        };
        responses: {
            /** @description RenamedTags */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenamedTags"];
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
    QuestionExports_template: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                kind: "all" | "single" | "multiple" | "true_false" | "gap_fill" | "numeric" | "short" | "matching" | "ordering" | "cloze" | "composite" | "essay" | "file";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    Questions_list: {
        parameters: {
            query?: {
                authorId?: string;
                /** @description With the categories below it */
                categoryId?: string;
                /** @description `next` of the page before */
                cursor?: string;
                difficultyMax?: number;
                difficultyMin?: number;
                facilityMax?: number;
                facilityMin?: number;
                jobField?: string;
                kind?: "single" | "multiple" | "true_false" | "gap_fill" | "numeric" | "short" | "matching" | "ordering" | "cloze" | "composite" | "essay" | "file";
                limit?: number;
                notUsedSince?: string;
                orgUnitId?: string;
                /** @description Search text */
                q?: string;
                /** @description A sortable field, with - before it for descending */
                sort?: string;
                state?: "draft" | "in_review" | "published" | "retired";
                subject?: string;
                /** @description Tags, any of which it must have: repeated, or with commas between */
                tags?: string[];
                /** @description Whether an exam has held it */
                used?: boolean;
                /** @description A version in work in that state, also beside a published one; `in_review` is the review queue */
                work?: "draft" | "in_review";
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
    Questions_create: {
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
                "application/json": components["schemas"]["WriteQuestion"];
            };
        };
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
    Questions_get: {
        parameters: {
            query?: {
                shown?: "draft" | "published";
            };
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
    Questions_update: {
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
                "application/json": components["schemas"]["WriteQuestion"];
            };
        };
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
    Questions_delete: {
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
    Apart_list: {
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
            /** @description ApartQuestion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApartQuestion"][];
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
    Apart_write: {
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
                "application/json": components["schemas"]["WriteApart"];
            };
        };
        responses: {
            /** @description ApartQuestion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApartQuestion"][];
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
    Questions_approve: {
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
                "application/json": components["schemas"]["ReviewNote"];
            };
        };
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
    QuestionHistory_listComments: {
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
            /** @description QuestionComment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionComment"][];
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
    QuestionHistory_addComment: {
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
                "application/json": components["schemas"]["WriteComment"];
            };
        };
        responses: {
            /** @description QuestionComment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionComment"];
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
    QuestionHistory_resolveComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commentId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionComment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionComment"];
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
    QuestionHistory_diff: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionDiff */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDiff"];
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
    Questions_restore: {
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
                "application/json": components["schemas"]["ReviewNote"];
            };
        };
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewNote"];
            };
        };
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
    Questions_return: {
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
                "application/json": components["schemas"]["ReturnQuestion"];
            };
        };
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
    Questions_submit: {
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
                "application/json": components["schemas"]["ReviewNote"];
            };
        };
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
    QuestionHistory_uses: {
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
            /** @description QuestionUses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionUses"];
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
    QuestionHistory_versions: {
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
            /** @description QuestionVersionItem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionVersionItem"][];
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
    QuestionHistory_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionVersionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionVersionView"];
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
    Questions_withdraw: {
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
                "application/json": components["schemas"]["ReviewNote"];
            };
        };
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
    QuestionDesk_bulk: {
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
                "application/json": components["schemas"]["BulkQuestions"];
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
    QuestionDesk_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewQuestion"];
            };
        };
        responses: {
            /** @description QuestionPreview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionPreview"];
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
    QuestionDesk_similar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindSimilar"];
            };
        };
        responses: {
            /** @description SimilarQuestion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarQuestion"][];
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
    References_articles: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferenceArticle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceArticle"][];
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
    References_readFile: {
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
            /** @description ReferenceFile */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceFile"];
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
    ExamEntry_device: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ExamDevice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExamDevice"];
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
    ExamEntry_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExamSignIn"];
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
